#!/usr/bin/env bash
# Runs the README's two commands on a machine that has nothing: a Debian chroot with Python, git and
# make, and a clone of this checkout's HEAD. What is not committed is not tried.
#
#   sudo tools/bare_machine.sh FOLDER [TARGET...]     (targets of make; `demo test` if none)
#
# Needs root, debootstrap and some 6 GB. FOLDER is made, and used again if it is there; it holds
# nothing else and may be removed when this has ended. How Debian, PyPI, npm and Maven Central are
# reached is copied from this machine: mirror, proxies, certificates. SUITE is the Debian release.
set -euo pipefail

suite=${SUITE:-bookworm}
packages=python3,python3-venv,git,make,ca-certificates
carried="http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL
    PIP_EXTRA_INDEX_URL PIP_TRUSTED_HOST PIP_CERT PIP_DEFAULT_TIMEOUT SSL_CERT_FILE
    REQUESTS_CA_BUNDLE CURL_CA_BUNDLE NODE_EXTRA_CA_CERTS"
copied="/etc/hosts /etc/resolv.conf /etc/pip.conf $HOME/.config/pip/pip.conf $HOME/.pip/pip.conf
    $HOME/.npmrc $HOME/.m2/settings.xml"

if [[ $# -eq 0 || $EUID -ne 0 ]] || ! command -v debootstrap > /dev/null; then
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
# Mounts of its own: they end with this process, and removing FOLDER never reaches this machine.
if [[ -z ${BARE_MACHINE_MOUNTS:-} ]]; then
    BARE_MACHINE_MOUNTS=private exec unshare --mount "$0" "$@"
fi

checkout=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
shift
[[ $# -gt 0 ]] || set -- demo test

make_system() {
    local mirror
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Codename: $suite" \
        2> /dev/null | head -n 1 || true)
    debootstrap --variant=minbase --include="$packages" "$suite" "$folder" ${mirror:+"$mirror"}
    apt-config dump | grep -E '^Acquire::(http|https|Check-)' \
        > "$folder/etc/apt/apt.conf.d/90bare-machine" || true
    cp -r /usr/local/share/ca-certificates/. "$folder/usr/local/share/ca-certificates/" || true
    chroot "$folder" update-ca-certificates
    touch "$folder/.made"
}

copy_settings() {
    local file target
    for file in $copied; do
        target=$folder${file/#$HOME//root}
        if [[ -e $file ]]; then
            mkdir -p "$(dirname "$target")"
            cp --dereference "$file" "$target"
        fi
    done
}

mount_system() {
    mount --types proc proc "$folder/proc"
    mount --rbind /dev "$folder/dev"
}

clone_checkout() {
    git -c safe.directory="$checkout" -C "$checkout" bundle create --quiet \
        "$folder/root/checkout.bundle" HEAD
    rm -rf "$folder/root/checkout"
    inside git clone --quiet /root/checkout.bundle /root/checkout
}

inside() {
    local name environment=(HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 CI=true)
    for name in $carried; do
        [[ -n ${!name:-} ]] && environment+=("$name=${!name}")
    done
    env --ignore-environment "${environment[@]}" chroot "$folder" "$@"
}

[[ -e $folder/.made ]] || make_system
copy_settings
mount_system
clone_checkout
for target in "$@"; do
    echo "== make $target, on a bare machine"
    time inside make --directory /root/checkout "$target"
done
