// node with-demo.js COMMAND…: runs a command while one demo serves, for all test files together.

import { spawn } from "node:child_process";

import { startDemo } from "./journeys/demo.js";

const demo = await startDemo();
const environment = { ...process.env, MEGAFOON_TEST_ORIGIN: demo.origin, MEGAFOON_TEST_DATA: demo.folder };
const [program, ...words] = process.argv.slice(2);
const child = spawn(program, words, { stdio: "inherit", env: environment });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
await demo.stop();
