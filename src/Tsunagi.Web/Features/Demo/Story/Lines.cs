using Tsunagi.Domain.People;
using Tsunagi.Web.Features.Demo.Population;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>What a household comes with.</summary>
public sealed record Worry(string Topic, string Words, string Wish, string Told, string[] More, string Issue);

/// <summary>せりふ: short, plausible, and plainly made up. No name, address or number stands in them.</summary>
static class Lines
{
    public static Worry Worry(Home home, Random random) => Pick(home.Form switch
    {
        HomeForm.SingleElder => Elder,
        HomeForm.ElderCouple => ElderCouples,
        HomeForm.EightyFifty => EightyFifties,
        HomeForm.SingleParent => SingleParents,
        HomeForm.CoupleWithChildren or HomeForm.ThreeGenerations or HomeForm.GrandparentsWithGrandchild => Families,
        HomeForm.Siblings => SiblingPairs,
        HomeForm.Single or HomeForm.Couple => Working,
    }, random);

    /// <summary>What the next desk is asked for.</summary>
    public static string Ask(Worry worry) => worry.Topic switch
    {
        "care" => "家で暮らし続けるための介護の手立てを、一緒に考えてください。",
        "community-relation" => "近所の集まりに出られるよう、声をかけてください。",
        "tax-utilities" => "たまった書類の整理と、支払いの手続きを手伝ってください。",
        "health-disability" => "受診と制度の利用につながるよう、相談をお願いします。",
        "housing" => "住まいの片付けと住み替えの相談をお願いします。",
        "hikikomori-school" => "ご家族の話を続けて聞き、本人に会うきっかけを探してください。",
        "income" => "家計を一緒に見て、使える制度を確かめてください。",
        "childrearing" => "子どもの様子を見て、学校との間に入ってください。",
        "family-relation" => "家族それぞれの話を聞く場をお願いします。",
        "job-search" => "仕事探しの相談を続けて受けてください。",
        "debt" => "借入れの整理の相談に付き添ってください。",
        "work-trouble" => "休職中の暮らしと復職の相談をお願いします。",
        _ => "続きの支援をお願いします。本人の了解を得ています。",
    };

    /// <summary>What advice is asked for.</summary>
    public static string AskAdvice(Worry worry) => worry.Topic switch
    {
        "family-relation" or "hikikomori-school" => "家族への声のかけ方を、一緒に考えてください。",
        "income" or "debt" or "tax-utilities" => "お金の話をいつ切り出すか、助言をください。",
        _ => "関わり方に迷っています。一緒に考えてください。",
    };

    /// <summary>What a 支援会議 calls the household without naming it.</summary>
    public static string Call(Worry worry) => worry.Topic switch
    {
        "care" => "介護の手が足りない世帯について",
        "community-relation" => "人付き合いの絶えた世帯について",
        "tax-utilities" => "郵便がたまっている世帯について",
        "health-disability" => "受診につながらない方について",
        "housing" => "物があふれた住まいについて",
        "hikikomori-school" => "家から出られない子と高齢の親の世帯について",
        "income" => "電気が止められそうな世帯について",
        "childrearing" => "学校に行けない子のいる世帯について",
        "family-relation" => "言い争いの続く世帯について",
        _ => "暮らしに行きづまった世帯について",
    };

    public static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];

    private static readonly Worry[] Elder =
    [
        new("care", "足が弱って、買い物に行くのがつらくなりました。", "この家で暮らし続けたい。", "配食と見守りのしくみを案内した。", ["community-relation"], "isolation"),
        new("community-relation", "話す相手がいなくて、一日だれとも口をきかない日があります。", "近所で行ける集まりを知りたい。", "近くの通いの場とサロンを案内した。", [], "isolation"),
        new("tax-utilities", "郵便がたまって、どれが大事なのか分からなくなりました。", "だれかに一緒に見てほしい。", "書類を一緒に確かめ、手続きの窓口を伝えた。", ["income"], "budgeting"),
        new("health-disability", "物忘れが増えて、火の始末が心配です。", "病院に行くのはまだ迷っている。", "もの忘れ相談の日程を伝えた。", ["care"], "illness"),
    ];

    private static readonly Worry[] ElderCouples =
    [
        new("care", "夫の介護で夜も眠れません。自分の通院も後回しです。", "少し休みたい。", "短期入所と介護者の集まりを案内した。", ["health-disability"], "illness"),
        new("housing", "二階に上がれなくなり、住み替えた方がよいのか迷っています。", "できれば今の家にいたい。", "住宅改修と居住支援の相談先を伝えた。", ["care"], "housing-unstable"),
    ];

    private static readonly Worry[] EightyFifties =
    [
        new("hikikomori-school", "子が長く家にいて、部屋からほとんど出てきません。自分が倒れたらどうなるのか。", "親がいなくなった後のことを考えておきたい。", "家族の会と訪問の相談を案内した。", ["income", "family-relation"], "isolation"),
        new("income", "年金だけで二人暮らしです。電気が止められそうです。", "今月をどう乗り切るか知りたい。", "支払いの相談先と食料の支援を伝えた。", ["hikikomori-school", "tax-utilities"], "poverty"),
    ];

    private static readonly Worry[] SingleParents =
    [
        new("income", "パートの時間が減り、家賃が払えません。", "子どもの学校は変えたくない。", "住居の給付と就学の援助を案内した。", ["rent-loan", "childrearing"], "poverty"),
        new("childrearing", "子どもが学校に行かなくなり、仕事を休みがちです。", "子どもと落ち着いて話したい。", "教育の相談窓口を伝えた。", ["hikikomori-school", "work-trouble"], "school-refusal"),
    ];

    private static readonly Worry[] Families =
    [
        new("childrearing", "上の子が下の子と祖母の世話をしていて、宿題もできません。", "子どもらしい時間を持たせたい。", "家事の支援と学習の場を案内した。", ["care"], "family"),
        new("family-relation", "家の中で言い争いが絶えません。", "落ち着いて暮らしたい。", "家族の相談の時間を予約した。", ["health-disability"], "family"),
        new("health-disability", "医療的なケアの要る子を預けられる所がありません。", "働き続けたい。", "預かりの制度と相談支援を案内した。", ["childrearing"], "disability-certified"),
    ];

    private static readonly Worry[] SiblingPairs =
    [
        new("housing", "兄弟で暮らしていますが、部屋が物であふれて足の踏み場がありません。", "人を呼べる家にしたい。", "片付けの手伝いの制度を案内した。", ["community-relation", "health-disability"], "lifestyle"),
        new("income", "二人とも仕事が続かず、貯金が尽きました。", "短い時間から働きたい。", "就労の準備の相談を案内した。", ["job-search"], "job-keeping"),
    ];

    private static readonly Worry[] Working =
    [
        new("job-search", "勤め先がなくなり、次が決まりません。", "早く働きたい。", "仕事の相談窓口を案内した。", ["income"], "job-hunting"),
        new("debt", "借入れが重なって、返す見通しが立ちません。", "取り立ての電話を止めたい。", "法律相談の予約を手伝った。", ["income"], "debt"),
        new("work-trouble", "職場で眠れなくなり、休職しています。", "人と会うのがこわい。", "こころの相談の窓口を伝えた。", ["health-disability"], "mental-other"),
        new("no-food", "財布を落とし、給料日まで食べるものがありません。", "今日の食事をどうにかしたい。", "フードパントリーを案内した。", ["income"], "poverty"),
    ];

    public static readonly string[] Observed =
    [
        "郵便受けに新聞が三日分たまっていた。", "玄関先で話し、表情は前回より明るかった。", "電話の声が小さく、話の途中で黙ることが多かった。",
        "部屋は片付いており、湯飲みを二つ用意して待っていた。", "通院の予定を自分で書き留めていた。", "約束の時間に不在で、手紙を置いた。",
    ];

    public static readonly string[] Said =
    [
        "「先週は一度も外に出なかった」と話した。", "「書類のことは少し分かってきた」と話した。", "「人に頼るのは苦手だ」と話した。",
        "「今度の集まりに行ってみてもいい」と話した。", "「夜に不安になる」と話した。", "「支払いの約束は守れている」と話した。",
    ];

    public static readonly string[] Judged =
    [
        "急がず、月に一度の訪問で様子を見る。", "家計の相談につなぐ時期と考える。", "体調の波を見ながら、外に出る機会を一緒に探す。",
        "一人の窓口では抱えきれない。役割の整理が要る。", "本人の力が出てきている。見守りに移る準備をする。", "生活の土台は落ち着いた。次は人とのつながり。",
    ];

    public static readonly string[] NextSteps = ["訪問して様子を聞く", "電話で体調を確かめる", "書類を一緒に確かめる", "通院に同行する", "家計の相談に同席する", "集まりの見学に誘う"];

    public static readonly string[] Tasks = ["給付の申請書をそろえる", "主治医の意見を確かめる", "家賃の滞納額を確かめる", "学校と連絡の日を決める", "配食の試しを手配する"];

    public static readonly (string Contact, ContactKind Kind, TieStrength Strength, string What)[] Ties =
    [
        ("かかりつけの診療所", ContactKind.Agency, TieStrength.Ordinary, "月1回の通院"), ("民生委員", ContactKind.Person, TieStrength.Weak, "声かけ"),
        ("となりの人", ContactKind.Person, TieStrength.Ordinary, "回覧板を届け合う"), ("近くの商店", ContactKind.Place, TieStrength.Strong, "毎日の買い物"),
        ("配食のサービス", ContactKind.Agency, TieStrength.Weak, "週2回"), ("むかしの同僚", ContactKind.Person, TieStrength.Weak, "年賀状のやりとり"),
        ("公園の体操", ContactKind.Place, TieStrength.Strong, "毎朝"),
    ];
}
