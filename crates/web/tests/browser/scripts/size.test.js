import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const folder = new URL("../../../assets/scripts/", import.meta.url);
const names = [...readdirSync(folder).filter((name) => name.endsWith(".js")), "../service-worker.js"];
// The form loads all but these.
const ELSEWHERE = ["copy.js", "fold.js", "print.js", "triage.js"];
const read = (name) => readFileSync(new URL(name, folder), "utf8");
// As a server may serve them: comments stand on lines of their own.
const bare = (source) => source.replace(/^\s*(?:\/\/|\/\*\*|\*\/|\* ).*\n/gm, "");

for (const name of names) {
  test(`${name} is whole without its comment lines`, () => {
    const source = bare(read(name));
    execFileSync(process.execPath, ["--input-type=module", "--check"], { input: source });
    assert.doesNotMatch(source, /^\s*\*/m);
  });
}

test("the scripts of the form together are small: 22 kB as written, 16.5 kB without comments, each file compressed apart", () => {
  const size = (change) => names.filter((name) => !ELSEWHERE.includes(name)).reduce((sum, name) => sum + gzipSync(change(read(name)), { level: 9 }).length, 0);
  assert.ok(size((source) => source) <= 22_000, `${size((source) => source)}`);
  assert.ok(size(bare) <= 16_500, `${size(bare)}`);
});
