#!/usr/bin/env python3
"""Turns published open data sets into what `pressoir-index add` takes.

    corpus/convert.py DATA_DIR OUT_DIR

DATA_DIR holds the sets as downloaded, a folder each; a set that is not there is passed over:
  html-institutionnel        SITE.tar.zst with pages, manifest.tsv with their addresses
  an-debats-2013             ID.html.gz, manifest.tsv
  an-questions-gouvernement  questions.jsonl.zst
  vie-publique-discours      discours.jsonl.zst
  codes-francais             codes-YEAR.jsonl.zst, 100,000 short texts for tests of load

OUT_DIR then holds http/HOST/… and https/HOST/… with the pages, bytes as published, and records/
with JSON Lines; the commands to run are printed. Needs the programs tar and zstd.
"""
import argparse
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile
import urllib.parse


def read_tsv(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:] if line]


def read_jsonl_zst(path):
    run = subprocess.run(["zstd", "-dcq", "--long=27", str(path)], check=True, capture_output=True)
    # Split on \n only: texts hold U+2028.
    return [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]


def place_of(url):
    """The file, below the output folder, from which --base-url http:// makes this address again."""
    parts = urllib.parse.urlsplit(url)
    path = urllib.parse.unquote(parts.path.lstrip("/")) or "index.html"
    if path.endswith("/"):
        path += "index.html"
    if parts.query:
        path += "?" + urllib.parse.unquote(parts.query)
    return pathlib.Path(parts.scheme, parts.netloc, path)


def write_page(out, url, data, suffix=""):
    file = out / place_of(url)
    file = file.with_name(file.name + suffix)
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        return 0
    file.write_bytes(data)
    return 1


def write_records(out, name, records):
    file = out / "records" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for record in records:
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return len(records)


def convert_pages_of_institutions(data, out):
    written = 0
    with tempfile.TemporaryDirectory() as folder:
        for archive in sorted(data.glob("*.tar.zst")):
            subprocess.run(["tar", "--zstd", "-xf", str(archive), "-C", folder], check=True)
        rows = read_tsv(data / "manifest.tsv")
        roots = {row["site"]: urllib.parse.urljoin(row["url"], "/") for row in rows if row["url"]}
        for row in rows:
            page = pathlib.Path(folder, row["site"], row["fichier"])
            # Without a known address the page stands below its site under its own name.
            root = roots.get(row["site"], f"http://www.{row['site']}/")
            url = row["url"] or root + row["fichier"]
            written += write_page(out, url, page.read_bytes())
    return f"{written} pages"


def convert_debates(data, out):
    written = 0
    for row in read_tsv(data / "manifest.tsv"):
        page = data / f"{row['id']}.html.gz"
        written += write_page(out, row["url"], page.read_bytes(), ".gz")
    return f"{written} pages"


def convert_questions(data, out):
    records = []
    for question in read_jsonl_zst(data / "questions.jsonl.zst"):
        rubric = question["rubrique"]
        subject = question["analyse"]
        records.append({
            "url": "https://questions.assemblee-nationale.fr/"
                   f"q{question['legislature']}/{question['legislature']}-{question['numero']}QG.htm",
            "title": subject[:1].upper() + subject[1:] or rubric or f"Question n° {question['numero']}",
            "date": question["date"],
            "type": "question",
            "source": "questions.assemblee-nationale.fr",
            "theme_labels": [rubric] if rubric else [],
            "html": question["html"],
        })
    return f"{write_records(out, 'an-questions-gouvernement.jsonl', records)} records"


def convert_speeches(data, out):
    records = []
    for speech in read_jsonl_zst(data / "discours.jsonl.zst"):
        # The date is left out: it is read from the title, where the publisher wrote it. Some
        # dates of the set are inferred from names of files, and are no facts.
        record = {
            "url": f"https://www.vie-publique.fr/discours/{speech['id']}",
            "title": speech["title"],
            "source": "www.vie-publique.fr",
            "theme_labels": list(dict.fromkeys(speech["tags"])),
        }
        record |= {"html": speech["html"]} if speech["html"] else {"text": speech["text"]}
        records.append(record)
    return f"{write_records(out, 'vie-publique-discours.jsonl', records)} records"


def convert_codes(data, out):
    written = 0
    for file in sorted(data.glob("codes-*.jsonl.zst")):
        year = file.name.removeprefix("codes-").removesuffix(".jsonl.zst")
        records = [{
            "url": f"urn:codes-francais:{year}:{article['id']}",
            "date": year,
            "title": f"{article['code']}, {article['article']}",
            "type": "article",
            "source": article["code"],
            "text": article["text"],
        } for article in read_jsonl_zst(file)]
        written += write_records(out, file.name.removesuffix(".zst"), records)
    return f"{written} records"


SETS = {
    "html-institutionnel": convert_pages_of_institutions,
    "an-debats-2013": convert_debates,
    "an-questions-gouvernement": convert_questions,
    "vie-publique-discours": convert_speeches,
    "codes-francais": convert_codes,
}


def print_commands(out):
    print("\nNow run, with the folder of the index in the place of DIR:")
    for folder in ("http", "https", "records"):
        if not (out / folder).is_dir():
            continue
        base = "" if folder == "records" else f"--base-url {folder}:// "
        print(f"  pressoir-index add --db DIR {base}{shlex.quote(str(out / folder))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path, metavar="DATA_DIR")
    parser.add_argument("out", type=pathlib.Path, metavar="OUT_DIR")
    arguments = parser.parse_args()
    found = [name for name in SETS if (arguments.data / name).is_dir()]
    if not found:
        parser.error(f"{arguments.data} holds none of the sets: {', '.join(SETS)}")
    if arguments.out.exists() and any(arguments.out.iterdir()):
        parser.error(f"{arguments.out} is not empty: name a new folder")
    for name in found:
        print(f"{name:26} {SETS[name](arguments.data / name, arguments.out)}")
    print_commands(arguments.out)


if __name__ == "__main__":
    sys.exit(main())
