"""What a tool found, held against what was planted."""

from collections import Counter, defaultdict

# Numbers that look alike and are refused alike: naming one for the other is no mistake of kind.
SAME = {"nrn": {"nrn", "bis", "identifier"}, "bis": {"nrn", "bis", "identifier"}}


def covered(text, span, findings):
    """Whether every letter and digit of the span lies in some finding: what is left over identifies nobody."""
    return all(any(f["start"] <= at < f["end"] for f in findings) for at in range(span["start"], span["end"]) if text[at].isalnum())


class Recall:
    """Hits and totals under any key."""

    def __init__(self):
        self.planted, self.whole, self.right = Counter(), Counter(), Counter()

    def add(self, key, whole, right):
        self.planted[key] += 1
        self.whole[key] += whole
        self.right[key] += right

    def rate(self, key):
        return self.whole[key] / self.planted[key] if self.planted[key] else None

    def right_rate(self, key):
        return self.right[key] / self.planted[key] if self.planted[key] else None


def score(items, findings):
    """Recall by group, by group and language, by origin and by form; the ids that were missed; stray marks."""
    recall, missed = Recall(), defaultdict(list)
    for group, texts in items.items():
        if group == "clean":
            continue
        for item in texts:
            found = findings[item["id"]]
            for span in item["spans"]:
                whole = covered(item["text"], span, found)
                kinds = SAME.get(span["kind"], {span["kind"]})
                right = whole and covered(item["text"], span, [f for f in found if f["kind"] in kinds])
                keys = [("group", group), ("language", group, item["language"]), ("form", group, span["form"])]
                if "writing" in span:
                    keys.append(("writing", group, span["writing"]))
                if "origin" in span:
                    keys += [("origin", group, span["origin"]), ("origin-language", group, span["origin"], item["language"])]
                for key in keys:
                    recall.add(key, whole, right)
                if not whole:
                    missed[group].append((item["id"], item["text"], item["text"][span["start"]:span["end"]], span["form"]))
    return recall, missed


def stray_marks(items, findings):
    """Blocked and name marks that touch no planted span, per 1,000 words of the planted texts."""
    words, marks = 0, Counter()
    for group, texts in items.items():
        if group == "clean":
            continue
        for item in texts:
            words += len(item["text"].split())
            for f in findings[item["id"]]:
                if f["certainty"] != "broad" and all(f["end"] <= span["start"] or f["start"] >= span["end"] for span in item["spans"]):
                    marks["blocked" if f["certainty"] == "blocked" else "names" if f["kind"] == "name" else "other"] += 1
    return {sort: 1000 * marks[sort] / words for sort in ("blocked", "names", "other")}


def false_marks(texts, findings):
    """Marks in clean texts per 1,000 words: blocked, names, other marks, and those a tool makes by design (dates, places)."""
    words, marks, examples = Counter(), Counter(), Counter()
    for item in texts:
        for language in (item["language"], "all"):
            words[language] += len(item["text"].split())
        for f in findings[item["id"]]:
            sort = "broad" if f["certainty"] == "broad" else "blocked" if f["certainty"] == "blocked" else "names" if f["kind"] == "name" else "other"
            for language in (item["language"], "all"):
                marks[sort, language] += 1
            examples[sort, f["kind"], item["text"][f["start"]:f["end"]]] += 1
    return {(sort, language): 1000 * marks[sort, language] / words[language] for sort in ("blocked", "names", "other", "broad") for language in words}, words["all"], examples
