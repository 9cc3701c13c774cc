using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Web.DesignSystem.Frame;

namespace Tsunagi.Web.Features.Gallery;

/// <summary>Every component in every state, on one page: to look at, to print, and to be checked by machines. It holds no data.</summary>
[AllowAnonymous]
public sealed class GalleryModel : PageModel
{
    [BindProperty]
    public GalleryForm Form { get; set; } = new();

    public static readonly IReadOnlyList<SelectListItem> Topics =
    [
        new("介護・高齢", "elder") { Group = new() { Name = "福祉" } },
        new("障害", "disability") { Group = new() { Name = "福祉" } },
        new("子ども・子育て", "child") { Group = new() { Name = "福祉" } },
        new("お金・仕事", "money") { Group = new() { Name = "暮らし" } },
        new("住まい", "housing") { Group = new() { Name = "暮らし" } },
    ];

    public static readonly IReadOnlyList<SelectListItem> Channels =
        [new("電話", "phone"), new("来所", "desk"), new("訪問", "visit"), new("手紙・メール", "letter")];

    public static readonly IReadOnlyList<(string Name, string Id)> Contents =
    [
        ("入力", "forms"), ("操作", "acts"), ("知らせ", "messages"), ("道しるべ", "ways"),
        ("記録", "records"), ("並べ方", "contents"), ("印刷", "print"),
    ];

    // Not something to be asked for, though its name begins like one.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!FrameModel.Of(HttpContext).SignedIn)
            Sample.PutInto(HttpContext);
    }

    public void OnGet() => Form.Worries = ["money"];

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage() : Page();

    static readonly FrameModel Sample = new()
    {
        SignedIn = true,
        OrganisationName = "見本地区 あんしんすこやかセンター",
        PersonName = "見本 花子",
        DemoBanner = "見本のページです。ここに出てくる人や組織は実在しません。",
        PrintStamp = "令和8年11月21日 14:02",
        Menu =
        [
            new("today", MenuWords.Today, "/design", Count: new(4, false), Current: true),
            new("new", MenuWords.NewConsultation, "/design#forms"),
            new("consultations", MenuWords.Consultations, "/design#records"),
            new("memos", MenuWords.PhoneMemos, "/design#forms"),
            new("search", MenuWords.Search, "/design#ways"),
            new("handoffs", MenuWords.Handoffs, "/design#ways", Count: new(2, false)),
            new("conferences", MenuWords.Conferences, "/design#records", Count: new(1, false)),
            new("cases", MenuWords.Cases, "/design#records", Count: new(50, true)),
            new("urgent", MenuWords.UrgentReports, "/design#messages"),
            new("decisions", MenuWords.Decisions, "/design#contents"),
            new("leads", MenuWords.Leads, "/design#contents"),
            new("notices", MenuWords.Notices, "/design#contents"),
            new("participation", MenuWords.Participation, "/design#contents"),
            new("districts", MenuWords.Districts, "/design#contents"),
            new("indicators", MenuWords.Indicators, "/design#contents"),
            new("notice-figures", MenuWords.NoticeFigures, "/design#contents"),
            new("bounces", MenuWords.Bounces, "/design#contents"),
            new("exclusions", MenuWords.Exclusions, "/design#contents"),
            new("take-back-exclusions", MenuWords.TakeBackExclusions, "/design#contents"),
            new("location-reads", MenuWords.LocationReads, "/design#contents"),
            new("consent-corrections", MenuWords.ConsentCorrections, "/design#contents"),
            new("audit", MenuWords.Audit, "/design#records"),
            new("admin", MenuWords.Admin, "/design#print"),
        ],
        SearchHref = "/design",
        NewConsultationHref = "/design#forms",
        SwitchHref = "/design#acts",
        SignOutAction = "/design",
    };
}

/// <summary>A form whose fields are bound, to show how what was typed and its errors come back.</summary>
public sealed class GalleryForm
{
    [Required(ErrorMessage = "相談を受けた日を入れてください。")]
    public string? Received { get; set; } = "令和8年11月21日";

    [Required(ErrorMessage = "相談の方法を選んでください。")]
    public string? Channel { get; set; }

    [Required(ErrorMessage = "主訴を、本人の言葉で書いてください。")]
    [StringLength(200, ErrorMessage = "主訴は200文字までです。")]
    public string? Words { get; set; }

    public string? Topic { get; set; }

    public IReadOnlyList<string> Worries { get; set; } = [];

    [Range(1, 20, ErrorMessage = "世帯の人数は1から20までの数で入れてください。")]
    public int? Members { get; set; } = 2;

    public bool CallBack { get; set; } = true;
}
