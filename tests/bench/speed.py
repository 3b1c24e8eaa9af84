"""The speed of `extract` against the ladder's references, in one run.

    speed.py STATGREP SCAN_BENCH [NEWSWIRE_DIR] [--keep]

Corpora: newswire (the stories of a folder of SGML wire dumps, as texts), dense
releases (the project's samples with varied figures), general news (both, one
part to nine of prose without a number). MB/s are of CPU time, but for "all
cores", which is of wall time. --keep adds the run to tests/bench/runs/.
"""
import glob
import html
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

SIZE = 4_000_000  # bytes of a corpus
PART = 60_000     # of one text
REPEATS = 3
NUMBER = r"[0-9][0-9,.]* *(percent|per cent|pct|million|billion|mln|bln|dollars|dlrs|yuan|tonnes)"
PROSE = ("The committee met again and the members spoke about what they had seen in the towns along the river. "
         "Nobody could say when the bridge would open, and the mayor asked for patience. "
         "Farmers brought their goods to the market early in the morning, before the rain came. "
         "A choir sang in the old church while children waited for the bus outside. ")


def stories(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.sgm"))):
        with open(path, encoding="latin-1") as f:
            for body in re.findall(r"<BODY>(.*?)</BODY>", f.read(), re.S):
                yield html.unescape(body).replace("\x03", "")


def varied(text, chance):
    """The same text with other figures of the same length."""
    return re.sub(r"\d", lambda m: m.group() if m.group() == "0" else str(chance.randint(1, 9)), text)


def dense(chance):
    samples = [open(p, encoding="utf-8").read() for p in sorted(glob.glob("samples/*.txt")) if "-zh" not in p]
    while True:
        for sample in samples:
            # years stay, so that dates are dates
            parts = re.split(r"(\b(?:19|20)\d\d\b)", sample)
            yield "".join(p if re.fullmatch(r"(19|20)\d\d", p) else varied(p, chance) for p in parts)


def fill(folder, texts):
    os.makedirs(folder)
    total, at, part = 0, 0, ""
    for text in texts:
        part += text + "\n\n"
        if len(part) >= PART:
            total += write(folder, at, part)
            at, part = at + 1, ""
        if total >= SIZE:
            break
    if part and total < SIZE:
        total += write(folder, at, part)
    return total


def write(folder, at, part):
    data = part.encode()
    with open(os.path.join(folder, f"{at:05}.txt"), "wb") as f:
        f.write(data)
    return len(data)


def general(chance, sources):
    for text in sources:
        yield text
        yield PROSE * (9 * len(text) // len(PROSE) + 1)


def run(command, stdin=None):
    """Wall and CPU seconds, peak KiB of the best of some runs."""
    best = None
    for _ in range(REPEATS):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=open(stdin, "rb") if stdin else subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        cpu = usage.ru_utime + usage.ru_stime
        if best is None or cpu < best[1]:
            best = (wall, cpu, usage.ru_maxrss)
    return best


def instructions(command, size):
    """A byte, or None where the machine does not count them."""
    if not shutil.which("perf"):
        return None
    out = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u"] + command, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True).stderr
    for line in out.splitlines():
        if "instructions" in line and line.split(",")[0].isdigit():
            return int(line.split(",")[0]) / size
    return None


def references(scan, files):
    scans = {name: float(subprocess.run([scan, kind] + files, stdout=subprocess.PIPE, text=True).stdout.split()[0])
             for name, kind in (("byte scan", "bytes"), ("one RE2 pass", "re2"))}
    out = {"cat": run(["cat"] + files)[1], "byte scan": scans["byte scan"]}
    if shutil.which("rg"):
        out["rg -c '[0-9]'"] = run(["rg", "-j1", "-c", "[0-9]"] + files)[1]
    out["grep -oE number-and-unit"] = run(["env", "LC_ALL=C", "grep", "-oE", NUMBER] + files)[1]
    out["one RE2 pass"] = scans["one RE2 pass"]
    return out


def measure(name, statgrep, scan, folder, size):
    files = sorted(glob.glob(os.path.join(folder, "*")))
    one = run([statgrep, "extract", "--raw", "-j", "1"] + files)
    every = run([statgrep, "extract", "--raw"] + files)
    mega = size / 1e6
    row = {"corpus": name, "bytes": size, "extract_mb_s": mega / one[1], "all_cores_mb_s": mega / every[0],
           "all_cores_to_one": (mega / every[0]) / (mega / one[0]), "peak_mib": one[2] / 1024,
           "instructions_a_byte": instructions([statgrep, "extract", "--raw", "-j", "1"] + files, size),
           "references_mb_s": {}, "ratio": {}}
    print(f"\n{name}: {mega:.1f} MB")
    print(f"  extract, one core        {row['extract_mb_s']:10.2f} MB/s   peak {row['peak_mib']:.0f} MiB"
          + (f"   {row['instructions_a_byte']:.0f} instructions a byte" if row["instructions_a_byte"] else ""))
    print(f"  extract, all cores       {row['all_cores_mb_s']:10.2f} MB/s   {row['all_cores_to_one']:.2f} times one")
    for reference, seconds in references(scan, files).items():
        speed = mega / max(seconds, 1e-6)
        row["references_mb_s"][reference] = speed
        row["ratio"][reference] = row["extract_mb_s"] / speed
        print(f"  {reference:24} {speed:10.1f} MB/s   extract is 1/{speed / row['extract_mb_s']:.1f} of it")
    return row


def formats(statgrep, folder, size, work):
    """What other inputs of the same content cost, as times plain text."""
    texts = [open(p, encoding="utf-8").read() for p in sorted(glob.glob(os.path.join(folder, "*")))]
    jsonl, pages = os.path.join(work, "all.jsonl"), os.path.join(work, "pages")
    with open(jsonl, "w", encoding="utf-8") as f:
        for i, text in enumerate(texts):
            f.write(json.dumps({"id": i, "text": text}) + "\n")
    os.makedirs(pages)
    for i, text in enumerate(texts):
        body = "".join(f"<p>{html.escape(p)}</p>\n" for p in text.split("\n\n"))
        with open(os.path.join(pages, f"{i:05}.html"), "w", encoding="utf-8") as f:
            f.write(f"<!DOCTYPE html><html><body><nav>Home</nav><article>{body}</article></body></html>")
    packed = os.path.join(work, "packed")
    shutil.copytree(folder, packed)
    subprocess.run(["gzip", "-r", packed], check=True)
    plain = run([statgrep, "extract", "--raw", "-j", "1", folder])[1]
    out = {}
    print("\nother inputs, times the CPU of plain text")
    for name, path in (("JSONL", jsonl), ("HTML", pages), ("gz", packed)):
        out[name] = run([statgrep, "extract", "--raw", "-j", "1", path])[1] / plain
        print(f"  {name:8} {out[name]:.2f}")
    return out


def main():
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    statgrep, scan = os.path.abspath(names[0]), os.path.abspath(names[1])
    newswire = names[2] if len(names) > 2 else None
    chance = random.Random(1)
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], stdout=subprocess.PIPE, text=True).stdout.strip()
    report = {"commit": commit, "date": time.strftime("%Y-%m-%d"), "machine": f"{platform.machine()}, {os.cpu_count()} cores",
              "corpora": []}
    print(f"statgrep {commit}, {report['machine']}")
    with tempfile.TemporaryDirectory() as work:
        sources = list(stories(newswire)) if newswire else []
        wire = os.path.join(work, "wire")
        corpora = [("newswire", wire, sources)] if sources else []
        corpora.append(("dense releases", os.path.join(work, "dense"), dense(chance)))
        mixed = sources[: len(sources) // 8] if sources else (t for t in dense(chance))
        corpora.append(("general news", os.path.join(work, "general"), general(chance, mixed)))
        for name, folder, texts in corpora:
            size = fill(folder, texts)
            report["corpora"].append(measure(name, statgrep, scan, folder, size))
        report["inputs"] = formats(statgrep, corpora[0][1], 0, work)
        short = os.path.join(work, "short.txt")
        with open(short, "w") as f:
            f.write("Retail sales rose 2.5 percent in May 2023 from a year earlier.\n")
        report["start_ms"] = run([statgrep, "extract", short])[1] * 1000
        print(f"\nstart-up (one short text): {report['start_ms']:.1f} ms of CPU")
    if "--keep" in sys.argv:
        os.makedirs("tests/bench/runs", exist_ok=True)
        path = f"tests/bench/runs/{report['date']}-{commit}.json"
        with open(path, "w") as f:
            json.dump(report, f, indent=1)
            f.write("\n")
        print(f"kept as {path}")


main()
