# Shared by the commands at the root. Sourced, never run.

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
program="$root/src/Tsunagi.Web/bin/Release/net10.0/tsunagi.dll"
oldest_postgres=15

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# --- the .NET SDK -------------------------------------------------------------

require_sdk() {
    local wanted
    wanted="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")"
    command -v dotnet >/dev/null \
        || die "The .NET SDK $wanted or a newer 10.0 one is needed and 'dotnet' was not found. Install the package dotnet-sdk-10.0."
    (cd "$root" && dotnet --version >/dev/null 2>&1) \
        || die "The .NET SDK $wanted or a newer 10.0 one is needed (global.json). Installed: $(dotnet --list-sdks | cut -d' ' -f1 | xargs)."
}

# --- packages of the distribution ---------------------------------------------

# How to become root: nothing as root, 'sudo' where that works without asking or there is someone to ask.
become_root() {
    if [ "$(id -u)" -eq 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_has() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }

# apt_ready QUESTION…: refreshes the package lists only when the question cannot be answered from those at hand.
apt_ready() {
    "$@" >/dev/null 2>&1 || as_root apt-get update -q >&2
}

apt_install() {
    say "Installing $* …"
    local -a install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold)
    as_root "${install[@]}" "$@" >&2 || {
        as_root apt-get update -q >&2
        as_root "${install[@]}" "$@" >&2
    }
}

# may_install WHAT LINE: refuses with the one line to run when we may not install.
may_install() {
    command -v apt-get >/dev/null \
        || die "$1 is needed. Install it with this system's package manager and start again."
    become_root || die "$1 is needed. Run this as root and start again:  $2"
}

# --- PostgreSQL ---------------------------------------------------------------

has_postgres() {
    local bin
    for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(dirname -- "$(readlink -f -- "$(command -v postgres || true)")")"; do
        if [ -x "$bin/postgres" ] && [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ]; then
            local major
            major="$("$bin/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')"
            [ "$major" -lt "$oldest_postgres" ] || return 0
        fi
    done
    return 1
}

# The newest server package on offer, e.g. postgresql-15; fails when none is new enough.
postgres_package() {
    local major
    major="$(apt-cache search --names-only '^postgresql-[0-9]+$' | sed 's/^postgresql-\([0-9]*\).*/\1/' | sort -n | tail -1)"
    [ -n "$major" ] && [ "$major" -ge "$oldest_postgres" ] && printf 'postgresql-%s\n' "$major"
}

# We run a cluster of our own; the packages need not make and start another. An administrator's file is left alone.
no_default_cluster() {
    local file=/etc/postgresql-common/createcluster.conf
    [ -e "$file" ] || as_root sh -c "mkdir -p '${file%/*}' && echo 'create_main_cluster = false' > '$file'"
}

require_postgres() {
    if [ -n "${ConnectionStrings__Tsunagi:-}" ] || has_postgres; then
        return
    fi
    may_install "PostgreSQL $oldest_postgres or newer" "apt-get update && apt-get install -y postgresql"
    apt_ready postgres_package
    local package
    package="$(postgres_package)" \
        || die "PostgreSQL $oldest_postgres or newer is needed, and this system's packages do not offer it. Install it, or set ConnectionStrings__Tsunagi."
    no_default_cluster
    apt_install "$package"
    has_postgres || die "PostgreSQL was installed but its programs were not found under /usr/lib/postgresql."
}

# --- what the tests need besides ----------------------------------------------

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

has_japanese_font() { command -v fc-list >/dev/null && fc-list :lang=ja family | grep -q 'IPAex'; }

require_package() {
    local what="$1" package="$2" present="$3"
    if "$present"; then
        return
    fi
    may_install "$what" "apt-get update && apt-get install -y $package"
    apt_ready apt_has "${package%% *}"
    # shellcheck disable=SC2086 # several packages on purpose
    apt_install $package
    "$present" || die "$what was installed ($package) but is still not found."
}

require_chromium() { require_package "Chromium" "chromium" has_chromium; }

require_japanese_font() { require_package "The Japanese font IPAex" "fonts-ipaexfont fontconfig" has_japanese_font; }

# --- building -----------------------------------------------------------------

# No build server stays behind: one would keep running as whoever built first.
build() {
    say "Building …"
    (cd "$root" && dotnet build "$@" -c Release -v quiet -clp:NoSummary --disable-build-servers) >&2
}

# Everything the built program depends on; folders too, so that a removed file is noticed.
program_is_stale() {
    local stamp="$1"
    [ ! -e "$stamp" ] || [ ! -e "$program" ] || [ -n "$(
        find "$root/src" "$root"/Directory.* "$root/global.json" "$root/third-party" \
            \( -name bin -o -name obj \) -prune -o -newer "$stamp" -print -quit 2>/dev/null
    )" ]
}

build_program_if_stale() {
    local stamp="$root/src/Tsunagi.Web/obj/program.built"
    if ! program_is_stale "$stamp"; then
        return
    fi
    require_sdk
    mkdir -p "${stamp%/*}"
    (
        flock 9 # two commands at once build once
        if program_is_stale "$stamp"; then
            # Taken before building: what changes meanwhile is newer than the stamp.
            touch "$stamp.new"
            # Whoever wants to see it run does not wait for the analysers, a quarter of the time; ./test does.
            build src/Tsunagi.Web -p:RunAnalyzers=false 9>&-
            mv "$stamp.new" "$stamp"
        fi
    ) 9>"$stamp.lock"
}
