namespace Tsunagi.Web.Hosting;

/// <summary>Which side a node serves: the staff's, the public's, or both.</summary>
public enum Side
{
    All,
    Staff,
    Public,
}
