using Npgsql;

namespace Tsunagi.Data;

/// <summary>What the database or its driver said, however often it was wrapped on the way up: EF wraps what it takes for transient.</summary>
public static class DatabaseTrouble
{
    /// <summary>The error of the driver within <paramref name="error"/>, or null where it is none of the database.</summary>
    public static NpgsqlException? In(Exception? error) => error switch
    {
        null => null,
        NpgsqlException found => found,
        _ => In(error.InnerException),
    };
}
