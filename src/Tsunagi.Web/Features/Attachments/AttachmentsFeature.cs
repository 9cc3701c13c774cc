namespace Tsunagi.Web.Features.Attachments;

/// <summary>添付ファイル: plain papers and photographs kept with a record.</summary>
static class AttachmentsFeature
{
    public static Feature Feature { get; } = Feature.Of(services => services.AddScoped<AttachFile>());
}
