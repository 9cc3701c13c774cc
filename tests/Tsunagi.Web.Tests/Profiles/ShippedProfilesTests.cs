using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Profiles;

public sealed class ShippedProfilesTests
{
    static readonly DateOnly Today = new(2026, 4, 1);
    static readonly DateOnly BeforeSplit = new(2019, 7, 15);
    static readonly DateOnly Split = new(2019, 7, 16);

    static WardProfile Read(string name)
    {
        var result = ProfileReader.Read(ProfileFolder.Find(name));
        Assert.Empty(result.Problems);
        return result.Required();
    }

    [Fact]
    public void The_shipped_profiles_are_found_and_in_order()
    {
        Assert.Equal(["bunkyo", "setagaya"], ProfileFolder.Names());
        foreach (var name in ProfileFolder.Names())
            Assert.Equal(name, Read(name).Name);
    }

    [Fact]
    public void Setagaya_has_five_areas_and_exactly_these_28_districts()
    {
        var profile = Read("setagaya");

        var written = profile.AreasAsOf(Today).Select(a =>
            a.Name + ": " + string.Join(' ', profile.DistrictsAsOf(Today).Where(d => d.AreaCode == a.Code).Select(d => d.Name)));

        Assert.Equal(
            [
                "世田谷: 池尻 太子堂 若林 上町 経堂 下馬 上馬",
                "北沢: 梅丘 代沢 新代田 北沢 松原 松沢",
                "玉川: 奥沢 九品仏 等々力 上野毛 用賀 二子玉川 深沢",
                "砧: 祖師谷 成城 船橋 喜多見 砧",
                "烏山: 上北沢 上祖師谷 烏山",
            ],
            written);
        Assert.Equal(28, profile.DistrictsAsOf(Today).Count);
    }

    /// <summary>通告・通報の窓口 by kind: a report about an elder is not offered the office for children.</summary>
    [Theory]
    [InlineData("setagaya", "taishido", "child", "health-welfare.setagaya.child-family")]
    [InlineData("setagaya", "taishido", "elder", "elder-care-center.taishido health-welfare.setagaya.welfare")]
    [InlineData("setagaya", "taishido", "disabled", "health-welfare.setagaya.welfare")]
    [InlineData("setagaya", "taishido", "spouse", "health-welfare.setagaya.welfare health-welfare.setagaya.child-family")]
    [InlineData("bunkyo", null, "child", "child-family child-guidance")]
    [InlineData("bunkyo", null, "elder", "head.elder-welfare elder-care-center.komagome elder-care-center.motofuji elder-care-center.otsuka elder-care-center.tomisaka")]
    [InlineData("bunkyo", null, "disabled", "head.disability-welfare")]
    [InlineData("bunkyo", null, "spouse", "")]
    public void A_report_goes_to_those_who_receive_its_kind(string name, string? district, string kind, string expected) => Assert.Equal(
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        Read(name).ReportReceivers(district, null, Today).Where(o => o.ReceivesReports.Contains(kind)).Select(o => o.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Setagaya_had_27_districts_until_Futako_Tamagawa_was_split_from_Yoga()
    {
        var profile = Read("setagaya");

        Assert.Equal(27, profile.DistrictsAsOf(BeforeSplit).Count);
        Assert.Equal(28, profile.DistrictsAsOf(Split).Count);
        Assert.Equal("yoga", profile.FindDistrict("futako-tamagawa")!.SplitFrom);
        Assert.Empty(profile.DistrictsAsOf(new DateOnly(2016, 6, 30)));
        Assert.Empty(profile.PartiesOf("futako-tamagawa", BeforeSplit));
        Assert.Equal(4, profile.PartiesOf("futako-tamagawa", Split).Count);
    }

    [Fact]
    public void Every_district_of_Setagaya_has_its_four_parties_of_which_three_are_the_desk()
    {
        var profile = Read("setagaya");
        foreach (var district in profile.DistrictsAsOf(Today))
        {
            Assert.Equal(
                [OrganisationKind.CommunityCenter, OrganisationKind.ElderCareCenter, OrganisationKind.ShakyoDistrictDesk, OrganisationKind.ChildrensHall],
                profile.PartiesOf(district.Code, Today).Select(p => p.Kind));
            Assert.Equal(
                [OrganisationKind.CommunityCenter, OrganisationKind.ElderCareCenter, OrganisationKind.ShakyoDistrictDesk],
                profile.WelfareDesks(Today, district.Code).Select(p => p.Kind));
        }

        Assert.Equal("池尻あんしんすこやかセンター", profile.FindOrganisation("elder-care-center.ikejiri")!.Name);
        Assert.Equal(84, profile.WelfareDesks(Today).Count);
    }

    [Fact]
    public void The_bodies_of_a_district_differ_in_law()
    {
        var profile = Read("setagaya");
        var parties = profile.PartiesOf("ikejiri", Today).ToDictionary(p => p.Kind);

        Assert.Equal(Holder.Ward, parties[OrganisationKind.CommunityCenter].Holder);
        Assert.Equal(Holder.ContractorForWard, parties[OrganisationKind.ElderCareCenter].Holder);
        Assert.Equal(AgencyKind.Shakyo, profile.FindAgency(parties[OrganisationKind.ShakyoDistrictDesk].AgencyCode)!.Kind);
        Assert.Equal(3, parties.Values.Select(p => p.AgencyCode).Distinct().Count());
    }

    [Fact]
    public void Setagaya_has_four_sections_in_each_of_five_centers_and_they_are_hubs_from_April_2024()
    {
        var profile = Read("setagaya");
        var sections = profile.OrganisationsAsOf(Today).Where(o => o.Kind == OrganisationKind.HealthWelfareCenterSection).ToArray();

        Assert.Equal(20, sections.Length);
        Assert.All(sections.GroupBy(s => s.AreaCode), g => Assert.Equal(4, g.Count()));
        Assert.Equal(
            ["玉川 生活支援課", "玉川 保健福祉課", "玉川 健康づくり課", "玉川 子ども家庭支援課", "ぷらっとホーム世田谷", "リンク"],
            profile.HubsFor("tamagawa", new DateOnly(2024, 4, 1)).Select(h => h.ShortName));
        Assert.Equal(["ぷらっとホーム世田谷", "リンク"], profile.HubsFor("tamagawa", new DateOnly(2024, 3, 31)).Select(h => h.ShortName));
        Assert.Equal("plat-home", profile.FindOrganisation("link")!.ParentCode);
    }

    [Fact]
    public void Setagaya_has_five_area_offices_of_the_shakyo_and_five_Port()
    {
        var profile = Read("setagaya");

        Assert.Equal(5, profile.OrganisationsAsOf(Today).Count(o => o.Kind == OrganisationKind.ShakyoAreaOffice));
        Assert.Equal(5, profile.OrganisationsAsOf(Today).Count(o => o.Kind == OrganisationKind.DisabilityConsultationCenter));
        Assert.Equal(28, profile.OrganisationsAsOf(Today).Count(o => o.ParentCode?.StartsWith("shakyo-area.", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Only_published_numbers_stand_in_the_directory()
    {
        var numbers = Read("setagaya").Organisations.SelectMany(o => new[] { o.Phone, o.Fax }).OfType<string>().Order(StringComparer.Ordinal);

        Assert.Equal(["03-5432-2914", "03-5432-3017", "03-5432-3100", "03-5432-3333", "03-6413-0598", "03-6413-9769"], numbers);
        Assert.DoesNotContain(Read("bunkyo").Organisations, o => o.Phone is not null || o.Fax is not null);
    }

    [Fact]
    public void Bunkyo_has_four_areas_no_districts_and_existing_desks()
    {
        var profile = Read("bunkyo");

        Assert.Equal(["富坂", "大塚", "本富士", "駒込"], profile.AreasAsOf(Today).Select(a => a.Name));
        Assert.Equal("圏域", profile.Tiers.Area);
        Assert.False(profile.Tiers.HasDistricts);
        Assert.Empty(profile.DistrictsAsOf(Today));
        Assert.Equal(DeskModelKind.ExistingDesks, profile.DeskModel.Kind);
        Assert.Equal("つながる相談窓口", profile.DeskModel.Name);
        Assert.Equal(4, profile.WelfareDesks(Today).Count(o => o.Kind == OrganisationKind.ElderCareCenter));
        Assert.NotEmpty(profile.HubsFor("tomisaka", Today));
        Assert.Equal(
            new DateOnly(2025, 4, 1),
            profile.ProgrammeStarts.Where(s => s.Stage == ProgrammeStage.Full).Select(s => s.From).Distinct().Single());
    }

    [Fact]
    public void The_powers_of_the_conferences_differ_between_the_two_wards()
    {
        var setagaya = Read("setagaya").MeetingsAsOf(Today);
        var bunkyo = Read("bunkyo").MeetingsAsOf(Today);

        Assert.False(setagaya.SupportConference.Has(ConferencePower.DecideSupportDirection));
        Assert.True(bunkyo.SupportConference.Has(ConferencePower.DecideSupportDirection));
        Assert.True(setagaya.PlanConference.Has(ConferencePower.JudgePlan));
        Assert.False(setagaya.PlanConference.Has(ConferencePower.MakePlan));
        Assert.True(bunkyo.PlanConference.Has(ConferencePower.MakePlan));
        Assert.True(bunkyo.PlanConference.Has(ConferencePower.TrackPlan));
        Assert.Equal("まるごと支援会議", bunkyo.PlanConference.OtherName);
        Assert.Equal("四者連携会議", setagaya.GapMeeting.Name);
    }

    [Theory]
    [InlineData("setagaya")]
    [InlineData("bunkyo")]
    public void The_rules_say_what_the_programme_decided(string name)
    {
        var rules = Read(name).RulesAsOf(Today);

        Assert.Equal(["複雑化・狭間", "役割整理", "既存会議では困難"], rules.Hub.Criteria.Select(c => c.ShortName));
        Assert.Equal(15, rules.Ages.MinorConsentAge);
        Assert.Equal(48, rules.UrgentReports.Single(r => r.KindCode == "child").SafetyCheckHours);
        Assert.Equal(1, rules.Deadlines.BounceAlertOver);
        Assert.Equal((6, 2, 2, 10, 90), (rules.Notice.ActiveWithinMonths, rules.Notice.MinimumOrganisations, rules.Notice.CoordinatorsTold, rules.Notice.AnswerWithinWorkingDays, rules.Notice.DeleteAfterDays));
        Assert.All(Enum.GetValues<DecisionKind>(), k => Assert.Equal(DecisionAct.Decide, rules.DecisionLineFor(k).Steps[^1].Act));
        Assert.All(Enum.GetValues<RecordKind>(), k => Assert.True(rules.RetentionYears(k) > 0));
        Assert.Equal("つなぐシート", rules.FormName(FormKind.ReferralSheet));
    }

    [Fact]
    public void Legal_bases_depend_on_whose_records_they_are()
    {
        var profile = Read("setagaya");
        string[] For(Holder holder) => [.. profile.LegalBasesFor(holder, Today).Select(b => b.Code)];

        Assert.All(Enum.GetValues<Holder>(), h => Assert.Contains(LegalBases.Consent, For(h)));
        Assert.All(Enum.GetValues<Holder>(), h => Assert.Contains(LegalBases.SupportConference, For(h)));
        Assert.All(Enum.GetValues<Holder>(), h => Assert.Contains(LegalBases.StatutoryReport, For(h)));
        Assert.Contains("internal-69-2-2", For(Holder.Ward));
        Assert.DoesNotContain("life-27-1-2", For(Holder.Ward));
        Assert.Contains("life-27-1-2", For(Holder.ShakyoOwnBusiness));
        Assert.DoesNotContain("internal-69-2-2", For(Holder.ShakyoOwnBusiness));
        Assert.DoesNotContain(LegalBases.WithinPurpose, For(Holder.ShakyoOwnBusiness));
        Assert.Contains(LegalBases.WithinPurpose, For(Holder.ContractorForWard));
    }

    [Fact]
    public void The_wording_of_the_penalty_changes_with_the_law_and_awaits_confirmation()
    {
        var profile = Read("setagaya");

        Assert.Contains("懲役", profile.TextAsOf(ProfileTexts.Penalty, new DateOnly(2025, 5, 31)).Body, StringComparison.Ordinal);
        Assert.Contains("拘禁刑", profile.TextAsOf(ProfileTexts.Penalty, new DateOnly(2025, 6, 1)).Body, StringComparison.Ordinal);
        Assert.True(profile.TextAsOf(ProfileTexts.Penalty, Today).NeedsConfirmation);
    }

    [Fact]
    public void A_ward_adds_to_the_shared_issues_and_keeps_their_order()
    {
        var issues = Read("setagaya").CodeList(CodeLists.Issue);

        Assert.Equal(37, issues.Items.Count);
        Assert.Equal("病気", issues.Items[0].Name);
        Assert.Equal(27, issues.Items.Count(i => i.ReportedToState));
        Assert.Contains(issues.Items, i => i.Code == "8050");
        Assert.Contains(Read("bunkyo").CodeList(CodeLists.Issue).Items, i => i.Name == "医療的ケア児");
        Assert.Equal("つながる相談窓口", Read("bunkyo").CodeList(CodeLists.RecipientCategory).NameOf("welfare-desk"));
        Assert.Equal("福祉の相談窓口", Read("setagaya").CodeList(CodeLists.RecipientCategory).NameOf("welfare-desk"));
    }

    [Theory]
    [InlineData(CodeLists.ConsultationTopic, 16)]
    [InlineData(CodeLists.ReferralTopic, 12)]
    [InlineData(CodeLists.Route, 7)]
    [InlineData(CodeLists.ScreeningResult, 4)]
    [InlineData(CodeLists.PlanResult, 3)]
    [InlineData(CodeLists.Field, 8)]
    [InlineData(CodeLists.ChangeSeen, 9)]
    [InlineData(CodeLists.Channel, 8)]
    public void The_lists_with_a_known_length_have_it(string list, int count) =>
        Assert.Equal(count, Read("setagaya").CodeList(list).Items.Count);

    [Fact]
    public void The_receivers_suggested_for_a_child_in_Ikejiri_are_near_and_fit()
    {
        var profile = Read("setagaya");

        var suggested = profile.SuggestReceivers(["childrearing", "dv-abuse"], "ikejiri", null, Today);

        Assert.Equal("世田谷 子ども家庭支援課", suggested[0].Organisation.ShortName);
        Assert.Equal(Nearness.SameArea, suggested[0].Nearness);
        Assert.Equal(["childrearing", "dv-abuse"], suggested[0].MatchedTopics);
        Assert.Contains(suggested, s => s.Organisation.Code == "childrens-hall.ikejiri");
        Assert.DoesNotContain(suggested, s => s.Organisation.DistrictCode is { } d && d != "ikejiri");
        Assert.DoesNotContain(suggested, s => s.Organisation.AreaCode is { } a && a != "setagaya");
        Assert.DoesNotContain(suggested, s => !s.Organisation.AcceptsHandoffs);
    }
}
