using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tsunagi.Data;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Demo.Clock;

namespace Tsunagi.Web.Hosting;

/// <summary>demo-clock: moves a demonstration's clock on, also while it is served.</summary>
static class DemoClockVerb
{
    public static Command Create()
    {
        var by = new Argument<TimeSpan>("+N") { Description = "How far: +30d days, +12h hours", CustomParser = Parse };
        var verb = new Command("demo-clock", "Move the clock of a demonstration on, so that deadlines can be seen") { by };
        verb.SetAction((parsed, ending) => SystemWork.RunAsync(parsed.GetRequiredValue(VerbOptions.Data), async (services, ct) =>
        {
            var db = services.GetRequiredService<AppDb>();
            if (await DemoData.StateAsync(db, ct) is not DemoState.Demo)
                throw new VerbException("Only the clock of a demonstration can be moved, and this database is none. Make one with 'tsunagi demo'.");
            SystemWork.Require(await services.GetRequiredService<MoveDemoClock>().RunAsync(parsed.GetRequiredValue(by), ct));
            Console.WriteLine($"{JapanTime.DateOf(services.GetRequiredService<ShiftedClock>().GetUtcNow()):yyyy-MM-dd}");
            return 0;
        }, ending));
        return verb;
    }

    static TimeSpan Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (text.Length > 2 && text[0] == '+' && text[^1] is 'd' or 'h'
            && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 9000)
            return text[^1] == 'd' ? TimeSpan.FromDays(number) : TimeSpan.FromHours(number);
        argument.AddError($"'{text}' is not a time to move on by: write +30d for days or +12h for hours.");
        return default;
    }
}
