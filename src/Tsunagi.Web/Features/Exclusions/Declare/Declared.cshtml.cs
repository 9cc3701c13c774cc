using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>申告を受け付けました: names nobody, since the record is gone from view.</summary>
[Permit(Permission.DeclareExclusion)]
public sealed class DeclaredModel : TsunagiPage;
