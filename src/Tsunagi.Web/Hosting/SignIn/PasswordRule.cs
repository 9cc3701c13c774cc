using Microsoft.AspNetCore.Identity;
using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>
/// What makes a password safe enough: length above all, nothing that a guesser tries first. No forced symbols and no
/// forced yearly change, which make people write passwords down.
/// </summary>
sealed class PasswordRule : IPasswordValidator<Account>
{
    public const int LeastLength = 12;
    private static readonly string[] Guessable = ["password", "setagaya", "bunkyo", "tsunagi", "qwerty", "123456", "asdfgh", "shakyo"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Login) is { } words
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = words })
            : IdentityResult.Success);

    public static string? Problem(string password, string login)
    {
        if (password.Length < LeastLength) return $"パスワードは{LeastLength}文字以上にしてください。";
        if (password.Distinct().Count() < 6) return "同じ文字のくり返しが多すぎます。別のパスワードにしてください。";
        if (login.Length >= 3 && password.Contains(login, StringComparison.OrdinalIgnoreCase)) return "利用者IDを含まないパスワードにしてください。";
        return Guessable.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? "推測されやすい語を含んでいます。別のパスワードにしてください。"
            : null;
    }
}
