// The English sentences of WORDS.md, for the pages of these tests.

import { readFileSync } from "node:fs";

const table = readFileSync(new URL("../../../assets/scripts/WORDS.md", import.meta.url), "utf8");
const rows = [...table.matchAll(/^\| `([^`]+)` \| [^|]* \| (.*) \|$/gm)];

export const words = Object.fromEntries(rows.map(([, key, sentence]) => [key, sentence]));
