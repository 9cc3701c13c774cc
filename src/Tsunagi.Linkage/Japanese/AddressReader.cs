namespace Tsunagi.Linkage.Japanese;

/// <summary>Takes a folded Japanese address apart, from the largest part to the room.</summary>
ref struct AddressReader(string text)
{
    private string rest = text;
    private int at;
    private AddressNumbers numbers;

    internal Address Read()
    {
        PassPostcode();
        var prefecture = Municipalities.All.PrefectureAt(rest);
        rest = rest[prefecture.Length..].TrimStart();
        (var city, prefecture) = TakeCity(prefecture);
        var town = TakeTown();
        TakeNumbers();
        var (building, room) = TakeBuilding();
        var (chome, block, lot, flat) = numbers.Assigned();
        return new(prefecture, city, town, chome, block, lot, building, room.Length > 0 ? room : flat);
    }

    private void PassPostcode()
    {
        var i = rest.StartsWith('〒') ? 1 : 0;
        while (i < rest.Length && (char.IsAsciiDigit(rest[i]) || rest[i] is '-' or ' ')) i++;
        // A lone number at the beginning is as likely the block of somebody who left the town out.
        if (i >= 8 || (i > 1 && rest[0] == '〒')) rest = rest[i..];
    }

    private (string City, string Prefecture) TakeCity(string prefecture)
    {
        var name = TownName.Fold(rest);
        var found = Municipalities.All.CityAt(name, prefecture, behindDistrict: false);
        var district = name.IndexOf('郡', StringComparison.Ordinal);
        if (found.City == "" && district is > 0 and < 6)
        {
            name = name[(district + 1)..];
            found = Municipalities.All.CityAt(name, prefecture, behindDistrict: true);
        }
        if (found.City == "" && prefecture != "") found = (Unlisted(name), prefecture);
        rest = name[found.City.Length..].TrimStart();
        return found;
    }

    /// <summary>A municipality the list does not have, such as one that has been merged since.</summary>
    private static string Unlisted(string name)
    {
        var end = name.AsSpan(0, Math.Min(name.Length, 8)).IndexOfAny("市区町村");
        return end < 1 ? "" : name[..(end + 1)];
    }

    private string TakeTown()
    {
        Span<char> town = stackalloc char[rest.Length * 2];
        var length = 0;
        for (at = 0; at < rest.Length;)
        {
            var number = Numeral.At(rest, at);
            if (number.Length == 0)
            {
                if (rest[at] != ' ') town[length++] = rest[at];
                at++;
            }
            else if (!number.IsNamePart(rest, at) && number.IsAddressNumber(rest, at))
            {
                break;
            }
            else
            {
                // 北二十四条 and 北24条 are one name; 二子玉川 stays as it is.
                if (number.IsNamePart(rest, at)) number.Value.TryFormat(town[length..], out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
                else rest.AsSpan(at, number.Length).CopyTo(town[length..]);
                length += number.IsNamePart(rest, at) ? Numeral.Digits(number.Value) : number.Length;
                at += number.Length;
            }
        }
        return TownName.Fold(town[..length].ToString());
    }

    private void TakeNumbers()
    {
        while (at < rest.Length && numbers.Count < AddressNumbers.Most)
        {
            var number = Numeral.At(rest, at);
            if (number.Length == 0) break;
            var end = at + number.Length;
            var marker = AddressMarkers.At(rest, end);
            if (marker.EndsNumbers) break;
            numbers.Add(number.Value, marker.Kind);
            at = end + marker.Length;
            if (!PassJoint(marker.Kind)) break;
        }
    }

    /// <summary>Goes on to the next number if what stands between belongs to numbers; false where they end.</summary>
    private bool PassJoint(AddressMarker marker)
    {
        var next = at;
        if (next < rest.Length && rest[next] is '-' or 'の' or 'ノ') next++;
        var joined = next > at;
        var blank = next < rest.Length && rest[next] == ' ';
        if (blank && (joined || marker is AddressMarker.Chome or AddressMarker.Block)) next++;
        if (!joined && (marker is AddressMarker.None or AddressMarker.Lot)) return false;
        if (Numeral.At(rest, next).Length == 0) return false;
        at = next;
        return true;
    }

    private readonly (string Building, string Room) TakeBuilding()
    {
        var tail = rest.AsSpan(Math.Min(at, rest.Length)).Trim(" -,、('").TrimEnd(')');
        foreach (var word in (ReadOnlySpan<string>)["号室", "号", "室"])
        {
            if (!tail.EndsWith(word)) continue;
            tail = tail[..^word.Length];
            break;
        }
        var from = tail.Length;
        while (from > 0 && (char.IsAsciiLetterOrDigit(tail[from - 1]) || tail[from - 1] == '-')) from--;
        var room = tail[from..].Trim('-');
        if (room.IndexOfAnyInRange('0', '9') < 0)
        {
            from = tail.Length;
            room = default;
        }
        return (tail[..from].ToString().Replace(" ", "", StringComparison.Ordinal).TrimEnd('第'), room.ToString());
    }
}
