using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>Takes out of an answer what differs without telling anything: the ids that were asked for, and one-time values.</summary>
internal static partial class MatrixText
{
    /// <summary>An id that no record has, one for each kind.</summary>
    public static Guid NobodysId(Type kind) => new(SHA256.HashData(Encoding.UTF8.GetBytes(kind.FullName!)).AsSpan(0, 16));

    public static string WithoutIds(string text, MatrixWorld world)
    {
        foreach (var (kind, id) in world.All)
            text = text.Replace(id.ToString(), kind.Name, StringComparison.Ordinal).Replace(NobodysId(kind).ToString(), kind.Name, StringComparison.Ordinal);
        return text;
    }

    /// <summary>One-time values of a form, and the id of something just made, which is another at every answer.</summary>
    public static string WithoutNonces(string body) => Made().Replace(Nonce().Replace(body, ""), "made");

    [GeneratedRegex("^\\{\"id\":\"[0-9a-f-]{36}\"\\}$")]
    private static partial Regex Made();

    [GeneratedRegex("(name=\"(__RequestVerificationToken|_once)\"[^>]*value=\"[^\"]*\")|(value=\"[^\"]*\"[^>]*name=\"(__RequestVerificationToken|_once)\")")]
    private static partial Regex Nonce();
}
