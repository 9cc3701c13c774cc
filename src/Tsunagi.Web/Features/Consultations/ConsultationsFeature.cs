using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談: received at any desk, refused at none (W1).</summary>
static class ConsultationsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddSingleton<IntakeCodes>();
            services.AddScoped<SaveDraft>();
            services.AddScoped<ReceiveConsultation>();
            services.AddScoped<DecideConsultation>();
            services.AddScoped<CorrectConsultation>();
            services.AddScoped<NamePerson>();
            services.AddScoped<ChangeConcerned>();
            services.AddScoped<ConsultationList>();
            services.AddScoped<KnownPeople>();
            services.AddScoped<ITodaySource, ConsultationsToday>();
            services.AddSingleton(new MenuEntry(MenuWords.NewConsultation, ConsultationLinks.New, Permission.RecordConsultation));
            services.AddSingleton(new MenuEntry(MenuWords.Consultations, ConsultationLinks.List, Permission.ListConsultations));
        },
        ConsultationsApi.Map);
}
