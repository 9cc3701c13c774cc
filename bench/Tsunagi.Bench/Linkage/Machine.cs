namespace Tsunagi.Bench.Linkage;

static class Machine
{
    /// <summary>How many processes wanted a core in the last minute.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
