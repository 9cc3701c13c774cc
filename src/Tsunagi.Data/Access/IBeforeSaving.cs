namespace Tsunagi.Data.Access;

/// <summary>
/// What is to be done whenever an act is saved, in its transaction and through the eyes of who does it. It stands in the saving itself, so that
/// no way of writing forgets it.
/// </summary>
public interface IBeforeSaving
{
    /// <summary>Looks at what is about to be saved, and may add to it.</summary>
    Task BeforeSavingAsync(AppDb db, Work work, CancellationToken ct);
}
