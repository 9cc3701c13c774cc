using System.Globalization;
using System.Text;

namespace Tsunagi.Diagrams.Drawings;

/// <summary>Ids for the marks on the paper, the same whenever the same thing is drawn, and fit for XML.</summary>
static class Ids
{
    public static string Of(string kind, params IEnumerable<string> ids) => kind + "-" + string.Join("__", ids.Select(Encode));

    static string Encode(string id)
    {
        var encoded = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
                encoded.Append(c);
            else
                encoded.Append('_').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
