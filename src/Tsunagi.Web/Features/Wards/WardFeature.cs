namespace Tsunagi.Web.Features.Wards;

/// <summary>区: what is the same for everybody who works in it.</summary>
static class WardFeature
{
    public static Feature Feature { get; } = new(_ => { }, WardApi.Map);
}
