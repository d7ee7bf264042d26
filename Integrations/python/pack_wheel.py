#!/usr/bin/env python3
"""Packs the package and a ghirbal binary with its libraries into a wheel, the same bytes each time.

Usage: pack_wheel.py BINARY CHECKOUTS OUT

BINARY finds its libraries in `lib` beside itself (its rpath says so); whatever of them is not the C
library goes into the wheel, with its licence. CHECKOUTS holds the sources of the Swift packages.
"""

from __future__ import annotations

import base64
import hashlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import tomllib

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

C_LIBRARY = re.compile(
    r"(linux-vdso|ld-linux.*|ld64|lib(c|m|dl|rt|pthread|util|resolv|anl|mvec|nsl|nss_.*))\.so(\..*)?"
)
"""What each Linux with a new enough glibc has. It must not be carried: it belongs to the kernel's
loader, and two of them in one process do not work."""

COMMON_LICENCES = Path("/usr/share/common-licenses")


def main() -> None:
    """Packs the wheel and prints its path."""
    binary, checkouts, out = (Path(argument) for argument in sys.argv[1:])
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    version = read_version()
    libraries = bundled_libraries(binary)
    tag = f"py3-none-{platform_tag([binary, *libraries.values()])}"
    info = f"ghirbal-{version}.dist-info"
    members: dict[str, tuple[bytes, bool]] = {}
    for path in sorted((HERE / "src" / "ghirbal").iterdir()):
        if path.is_file():
            members[f"ghirbal/{path.name}"] = (path.read_bytes(), False)
    members["ghirbal/_bin/ghirbal"] = (stripped(binary), True)
    for name, path in libraries.items():
        members[f"ghirbal/_bin/lib/{name}"] = (stripped(path), False)
    licences = {
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        "NOTICE-data.md": (ROOT / "Sources/CGhirbalData/NOTICE.md").read_bytes(),
        **swift_licences(checkouts),
        **library_licences(libraries),
    }
    for name, text in licences.items():
        members[f"{info}/licenses/{name}"] = (text, False)
    members[f"{info}/METADATA"] = (metadata(project, version, sorted(licences)), False)
    members[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: ghirbal\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(),
        False,
    )
    scripts = "".join(f"{name} = {target}\n" for name, target in project["scripts"].items())
    members[f"{info}/entry_points.txt"] = (f"[console_scripts]\n{scripts}".encode(), False)
    out.mkdir(parents=True, exist_ok=True)
    print(write_wheel(out / f"ghirbal-{version}-{tag}.whl", members, f"{info}/RECORD"))


def read_version() -> str:
    """The version that the package says it has."""
    text = (HERE / "src/ghirbal/_version.py").read_text()
    match = re.search(r'__version__ = "(.+)"', text)
    if not match:
        sys.exit("_version.py names no version")
    return match[1]


def bundled_libraries(binary: Path) -> dict[str, Path]:
    """The libraries that `binary` is linked with, by the names it knows them by."""
    found: dict[str, Path] = {}
    for line in run("ldd", binary).splitlines():
        name, _, place = line.strip().partition(" => ")
        name = Path(name.split(" ")[0]).name
        if C_LIBRARY.fullmatch(name):
            continue
        path = Path(place.split(" ")[0])
        if not path.is_absolute():
            sys.exit(f"a library of {binary} is missing: {line.strip()}")
        if "swift" in path.parts:
            sys.exit(f"{binary} needs the Swift runtime from outside: {path}")
        found[name] = path.resolve()
    return dict(sorted(found.items()))


def platform_tag(files: Iterable[Path]) -> str:
    """The oldest manylinux that has all the C library's symbols that `files` use."""
    newest = (2, 17)
    for path in files:
        for major, minor in re.findall(r"\(?GLIBC_(\d+)\.(\d+)", run("objdump", "-T", path)):
            newest = max(newest, (int(major), int(minor)))
    return f"manylinux_{newest[0]}_{newest[1]}_{platform.machine()}"


def stripped(path: Path) -> bytes:
    """The file without the symbols that only a debugger reads."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        run("strip", "-o", copy, path)
        return copy.read_bytes()


def swift_licences(checkouts: Path) -> dict[str, bytes]:
    """The licences of what is linked into the binary: the Swift runtime and the packages."""
    compiler = shutil.which("swift")
    if not compiler:
        sys.exit("swift is not on PATH; its licence goes into the wheel")
    toolchain = Path(compiler).resolve().parents[1] / "share/swift/LICENSE.txt"
    found = {"swift-runtime.txt": toolchain.read_bytes()}
    for package in sorted(checkouts.iterdir()):
        if not package.name.startswith("."):
            texts = sorted(package.glob("LICENSE*"))
            if not texts:
                sys.exit(f"{package.name} has no licence")
            found[f"{package.name}.txt"] = texts[0].read_bytes()
    return found


def library_licences(libraries: dict[str, Path]) -> dict[str, bytes]:
    """The licences of the libraries, as their Debian packages state them."""
    found: dict[str, bytes] = {}
    for path in libraries.values():
        package = owner(path)
        text = Path(f"/usr/share/doc/{package}/copyright").read_bytes()
        found[f"{package}.txt"] = text
        for name in re.findall(rb"/usr/share/common-licenses/([A-Za-z0-9.+-]*[A-Za-z0-9])", text):
            common = COMMON_LICENCES / name.decode()
            if common.exists():
                found[f"common-licenses/{name.decode()}.txt"] = common.read_bytes()
    return found


def owner(path: Path) -> str:
    """The Debian package of a library; /lib and /usr/lib may be one folder by two names."""
    for name in (path, Path("/", *path.parts[2:]), Path("/usr", *path.parts[1:])):
        done = subprocess.run(
            ["dpkg", "-S", str(name)], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    sys.exit(f"no Debian package owns {path}; its licence must go into the wheel")


def metadata(project: dict[str, object], version: str, licences: list[str]) -> bytes:
    """The METADATA file, core metadata 2.4."""
    classifiers = project["classifiers"]
    assert isinstance(classifiers, list)
    lines = [
        "Metadata-Version: 2.4",
        "Name: ghirbal",
        f"Version: {version}",
        f"Summary: {project['description']}",
        f"License-Expression: {project['license']}",
        *(f"License-File: {name}" for name in licences),
        *(f"Classifier: {name}" for name in classifiers),
        f"Requires-Python: {project['requires-python']}",
        "Description-Content-Type: text/markdown",
        "",
        (HERE / "README.md").read_text(),
    ]
    return "\n".join(lines).encode()


def write_wheel(path: Path, members: dict[str, tuple[bytes, bool]], record: str) -> Path:
    """Writes the archive: sorted, dated 1980, with a RECORD of all hashes at its end."""
    rows: list[str] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, (data, is_program) in sorted(members.items()):
            write_member(archive, name, data, 0o755 if is_program else 0o644)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.append(f"{name},sha256={digest},{len(data)}\n")
        write_member(archive, record, "".join([*rows, f"{record},,\n"]).encode(), 0o644)
    return path


def write_member(archive: zipfile.ZipFile, name: str, data: bytes, mode: int) -> None:
    """Writes one file with nothing in it of this machine or this day."""
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.create_system = 3
    member.external_attr = (0o100000 | mode) << 16
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, data)


def run(*command: str | Path) -> str:
    """What a command prints; its failure is ours."""
    return subprocess.run(
        list(map(str, command)), stdout=subprocess.PIPE, text=True, check=True
    ).stdout


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()
