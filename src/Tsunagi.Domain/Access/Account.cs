namespace Tsunagi.Domain.Access;

/// <summary>利用者アカウント: one person's sign-in. Never shared .</summary>
public sealed class Account;
