#!/usr/bin/env python3
"""The corpus keeps its own promises: run with `python3 -m unittest` in this folder."""

import hashlib
import json
import random
import re
import unittest

import compare
import fourth
import make_corpus
import measure
import people
import planted
import report
import unseen


def digits_of(text):
    return re.sub(r"\D", "", text)


def national_check_is_right(text):
    plain = digits_of(text)
    head, check = int(plain[:9]), int(plain[9:])
    return check in (97 - head % 97, 97 - (2_000_000_000 + head) % 97)


def iban_check_is_right(text):
    plain = re.sub(r"[^0-9A-Z]", "", text.upper())
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def eid_check_is_right(text):
    plain = digits_of(text)
    return int(plain[10:]) == (int(plain[:10]) % 97 or 97)


def luhn_is_right(text):
    return sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(reversed(digits_of(text)))) % 10 == 0


class PlantedValues(unittest.TestCase):
    def test_the_checks_of_this_file_know_published_examples(self):
        self.assertTrue(national_check_is_right("85.07.30-033.28"))
        self.assertFalse(national_check_is_right("85.07.30-033.29"))
        self.assertTrue(iban_check_is_right("BE68 5390 0754 7034"))
        self.assertTrue(luhn_is_right("4111 1111 1111 1111"))

    def test_check_digits_are_right_or_wrong_as_the_group_says(self):
        rng = random.Random("test")
        for bis in (False, True):
            for _ in range(500):
                self.assertTrue(national_check_is_right(planted.national(rng, bis=bis).text))
                self.assertFalse(national_check_is_right(planted.national(rng, bis=bis, wrong=True).text))
        for _ in range(500):
            self.assertTrue(iban_check_is_right(planted.iban(rng).text))
            self.assertTrue(luhn_is_right(planted.card(rng).text))

    def test_check_digits_of_the_writings_of_unseen_and_fourth_are_right_or_wrong_as_the_group_says(self):
        for part in make_corpus.WRITERS.values():
            self.check_check_digits(part)

    def check_check_digits(self, part):
        rng = random.Random("test")
        for group, is_right, expected in (("nrn", national_check_is_right, True), ("bis", national_check_is_right, True), ("nrn-wrong-check", national_check_is_right, False), ("bis-wrong-check", national_check_is_right, False),
                                          ("eid", eid_check_is_right, True), ("iban", iban_check_is_right, True), ("card", luhn_is_right, True)):
            for _ in range(500):
                value = part.MAKERS[group](rng, "nl")
                self.assertEqual(is_right(value.text), expected, value)

    def test_a_belgian_telephone_number_keeps_its_digits_in_the_writings_of_unseen_and_fourth(self):
        rng = random.Random("test")
        for make in (unseen.phone, fourth.phone):
            for _ in range(2000):
                value = make(rng, "nl")
                if value.form != "foreign":
                    plain = re.sub(r"^(0032|32)?0?", "", digits_of(value.text))
                    self.assertEqual(len(plain), 9 if value.form == "mobile" else 8, value)

    def test_the_new_writings_of_fourth_stand_in_no_other_part(self):
        shape = lambda value: (value.form, re.sub("[a-z]", "a", re.sub("[A-Z]", "A", re.sub(r"\d", "9", value.text))))
        self.assertFalse({pattern for _, pattern in fourth.NATIONAL_WRITINGS} & {pattern for _, pattern in planted.NATIONAL_WRITINGS + unseen.NATIONAL_WRITINGS})
        for group in ("eid", "iban", "card", "phone", "ov", "cg", "plate"):
            rng = random.Random("test")
            shapes = lambda make: {shape(value) for value in (make() for _ in range(10_000)) if group != "iban" or value.form == "BE"}
            known = shapes(lambda: getattr(planted, group)(rng)) | shapes(lambda: getattr(unseen, group)(rng, "nl"))
            shared = {(form, text) for form, text in shapes(lambda: getattr(fourth, group)(rng, "nl")) & known if form != "own choice"}
            self.assertFalse(shared, group)

    def test_most_values_of_fourth_are_written_the_everyday_way_and_three_in_ten_in_a_new_one(self):
        rng, patterns = random.Random("test"), {name for name, _ in fourth.NATIONAL_WRITINGS} - {name for name, _ in planted.NATIONAL_WRITINGS}
        writings = [fourth.MAKERS["nrn"](rng, "nl").writing for _ in range(4000)]
        self.assertAlmostEqual(sum(writing in patterns for writing in writings) / len(writings), fourth.SHARE, delta=0.03)
        self.assertGreater(sum(writing in fourth.EVERYDAY["nrn"] for writing in writings) / len(writings), 0.55)

    def test_a_bis_number_has_a_raised_month(self):
        rng = random.Random("test")
        months = {int(digits_of(planted.national(rng, bis=True).text)[2:4]) for _ in range(2000)}
        self.assertEqual(months, {20, 40} | set(range(21, 33)) | set(range(41, 53)))


class TheCorpus(unittest.TestCase):
    def test_the_parts_share_no_sentence_name_or_street(self):
        make_corpus.check_halves()

    def test_the_check_notices_a_name_that_stands_in_two_parts(self):
        known = people.read_names
        borrowed = next(iter(known("dev").values()))[0][0]
        self.addCleanup(setattr, people, "read_names", known)
        for part in ("unseen", "fourth"):
            people.read_names = lambda half: {**known(half), "borrowed": ([borrowed], [], [])} if half == part else known(half)
            with self.assertRaisesRegex(AssertionError, f"dev and in {part}"):
                make_corpus.check_halves()

    def test_the_check_notices_a_sentence_and_a_street_that_stand_in_unseen_and_in_fourth(self):
        for reader, what in (("read_clean", make_corpus), ("read_streets", people)):
            known = getattr(what, reader)
            self.addCleanup(setattr, what, reader, known)
            setattr(what, reader, lambda half, *more: known("unseen" if half == "fourth" else half, *more))
            with self.assertRaisesRegex(AssertionError, "in unseen and in fourth"):
                make_corpus.check_halves()
            setattr(what, reader, known)

    def test_unseen_and_fourth_have_enough_names_of_every_origin(self):
        for half in people.OWN_TABLES:
            names = people.read_names(half)
            self.assertEqual(list(names), list(people.read_names("held-out")))
            for origin, columns in names.items():
                self.assertTrue(all(len(set(column)) >= least for column, least in zip(columns, (8, 8, 10), strict=True)), origin)

    def test_unseen_and_fourth_are_as_large_as_held_out(self):
        for language in make_corpus.LANGUAGES:
            sizes = lambda half: {tag: len(sentences) for tag, sentences in make_corpus.read_carriers(half, language).items()} | {"clean": len(make_corpus.read_clean(half, language))}
            for half in people.OWN_TABLES:
                self.assertEqual(sizes(half), sizes("held-out"))
                self.assertTrue(all(len(set(sentences)) == len(sentences) for sentences in make_corpus.read_carriers(half, language).values()))

    def test_the_clean_passages_of_fourth_are_filled_from_slots_of_their_own(self):
        for language in make_corpus.LANGUAGES:
            mine, others = make_corpus.read_slots("fourth", language), make_corpus.read_slots("unseen", language)
            self.assertEqual(set(mine), set(others))
            for slot in ("org", "inst", "law", "nat", "lang", "sum"):
                self.assertFalse(set(mine[slot]) & set(others[slot]), slot)

    def test_the_two_names_of_a_real_street_of_fourth_stand_at_the_same_place(self):
        streets = people.read_streets("fourth")
        self.assertEqual(fourth.other_language(streets, "nl", "Eburonenstraat"), "rue des Éburons")
        self.assertEqual(fourth.other_language(streets, "fr", "avenue Marcel Thiry"), "Marcel Thirylaan")
        self.assertIsNone(fourth.other_language(streets, "fr", "rue Bakeland"))

    def test_the_same_part_gives_the_same_bytes(self):
        digest = lambda: hashlib.sha256("".join(json.dumps(line) for lines in make_corpus.groups_of("fourth").values() for line in lines).encode()).hexdigest()
        self.assertEqual(digest(), digest())

    def test_every_span_starts_and_ends_in_a_letter_or_digit_and_ids_are_unique(self):
        for half in people.HALVES:
            self.check_spans(half)

    def check_spans(self, half):
        seen = set()
        for group, lines in make_corpus.groups_of(half).items():
            for line in lines:
                self.assertNotIn(line["id"], seen)
                seen.add(line["id"])
                self.assertNotRegex(line["text"], "[‹›{}]")
                self.assertEqual(len(line["spans"]), 0 if group == "clean" else 1)
                for span in line["spans"]:
                    words = line["text"][span["start"]:span["end"]]
                    self.assertTrue(words and words[0].isalnum() and words[-1].isalnum(), line)

    def test_every_group_is_as_large_as_its_bar_needs(self):
        sizes = {group: sum(1 for _ in lines) for group, lines in make_corpus.groups_of("fourth").items()}
        for group in ("nrn", "nrn-wrong-check", "bis", "bis-wrong-check", "eid", "iban", "card", "email"):
            self.assertGreaterEqual(sizes[group], 3000, group)
        for group in set(sizes) - {"clean"}:
            self.assertGreaterEqual(sizes[group], 1000, group)


class Speed(unittest.TestCase):
    def test_the_speed_is_measured_on_many_different_texts_of_600_characters(self):
        items = {group: list(lines) for group, lines in make_corpus.groups_of("fourth").items()}
        texts = compare.long_texts(items, report.SPEED_TEXTS)
        self.assertGreaterEqual(len({item["text"] for item in texts}), 40_000)
        self.assertEqual({len(item["text"]) for item in texts}, {600})
        self.assertEqual({item["language"] for item in texts}, set(make_corpus.LANGUAGES))


class Scoring(unittest.TestCase):
    def test_a_span_is_whole_only_when_every_letter_and_digit_is_marked(self):
        text, span = "rr 85.07.30-033.28!", {"start": 3, "end": 18}
        self.assertTrue(measure.covered(text, span, [{"start": 3, "end": 11}, {"start": 12, "end": 18}]))
        self.assertFalse(measure.covered(text, span, [{"start": 3, "end": 17}]))
        self.assertFalse(measure.covered(text, span, []))

    def test_a_mark_of_another_kind_counts_as_caught_but_not_as_right(self):
        item = {"id": "a", "text": "x 1234567", "language": "nl", "spans": [{"kind": "ov", "start": 2, "end": 9, "form": "plain"}]}
        recall, missed = measure.score({"ov": [item]}, {"a": [{"kind": "phone", "start": 2, "end": 9, "certainty": "blocked"}]})
        self.assertEqual((recall.rate(("group", "ov")), recall.right_rate(("group", "ov")), dict(missed)), (1.0, 0.0, {}))


if __name__ == "__main__":
    unittest.main()
