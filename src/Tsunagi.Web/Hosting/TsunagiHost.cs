using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Auditing;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features;
using Tsunagi.Web.Features.Demo.Clock;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Auditing;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.SignIn;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Hosting;

/// <summary>Builds the one web host: pages, API, sign-in, and the background work beside them.</summary>
public static class TsunagiHost
{
    /// <summary>The host, ready to start.</summary>
    /// <param name="options">What it serves.</param>
    /// <param name="change">Changes its services last, for whoever watches it at work.</param>
    public static WebApplication Build(ServeOptions options, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "tsunagi",
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error)
            .AddFilter("Tsunagi.Web.Hosting.SignIn", LogLevel.Warning);
        AddCore(builder.Services, options);
        AddSignIn(builder.Services, options);
        AddPages(builder.Services);
        foreach (var feature in AllFeatures.List) feature.AddServices(builder.Services);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>The services of the host without its pages, for work that no request asks for.</summary>
    internal static ServiceProvider Offstage(ServeOptions options, Action<IServiceCollection> change)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        AddCore(services, options);
        foreach (var feature in AllFeatures.List) feature.AddServices(services);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        change(services);
        return services.BuildServiceProvider();
    }

    private static void AddCore(IServiceCollection services, ServeOptions options)
    {
        var clock = new ShiftedClock { Offset = options.ClockOffset };
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<JapanTime>();
        services.AddSingleton(IdSource.Secure(clock));
        services.AddSingleton(new CurrentWard(ProfileReader.Read(ProfileFolder.Find(options.Profile)).Required()));
        services.AddSingleton(_ => PreparedDatabase.Open(options.ConnectionString));
        // Dear to make, so used again and again (ADR 0047). EF takes the source from here: named in the options, each source would get a
        // model and compiled queries of its own, and a start would make the model twice.
        services.AddDbContextPool<AppDb>(db => db.UseNpgsql());
        services.AddScoped<Work>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Repeats>();
        services.AddScoped<FrameBuilder>();
        services.AddSingleton<TodayStatement>();
        services.AddScoped<TodayBoard>();
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<RepeatsPurge>();
        if (options.Demo) services.AddHostedService<DemoClockFollower>();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new IdJsonConverterFactory());
            json.SerializerOptions.Converters.Add(new TextJsonConverter());
            json.SerializerOptions.Converters.Add(new InstantJsonConverter());
            JsonInput.RefuseNulls(json.SerializerOptions);
        });
    }

    private static void AddSignIn(IServiceCollection services, ServeOptions options)
    {
        services.AddDataProtection().SetApplicationName("tsunagi")
            .PersistKeysToFileSystem(options.Data.CreateSubdirectory("keys"));
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password = new PasswordOptions { RequiredLength = PasswordRule.LeastLength, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>().AddPasswordValidator<PasswordRule>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<SignInOffice>();
        services.AddAuthentication(TsunagiClaims.EitherScheme)
            .AddPolicyScheme(TsunagiClaims.EitherScheme, null, either => either.ForwardDefaultSelector =
                http => http.Request.Path.StartsWithSegments("/api") ? BearerHandler.Scheme : TsunagiClaims.CookieScheme)
            .AddCookie(TsunagiClaims.CookieScheme, SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Scheme, null);
        services.AddScoped<IAuthorizationHandler, PermitHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add(new ServiceFilterAttribute<PageWork> { Order = int.MinValue });
                mvc.ModelBinderProviders.Insert(0, new TypedBinders());
                TypedBinders.SpeakJapanese(mvc);
            });
        services.AddScoped<PageWork>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "tsunagi-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped<ApiWork>();
        // What cannot be bound is answered in one place, which is told where in the body it stands.
        services.Configure<RouteHandlerOptions>(api => api.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = Features.Errors.ErrorModel.StatusOf });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles(StaticFiles.Options);
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseApiTrouble();
            // A repeated API call is recognised by its content, so the body is read twice.
            api.Use((context, next) =>
            {
                context.Request.EnableBuffering();
                return next();
            });
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        HealthChecks.Map(app);
        app.MapRazorPages();
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ApiWork>();
        foreach (var feature in AllFeatures.List) feature.MapApi(api);
    }
}
