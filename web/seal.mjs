// Writes which sources the page was built from: a test of the Python package compares them without Node.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const sources = [...files("src"), "index.html", "package-lock.json", "vite.config.ts"].map((f) => f.replaceAll("\\", "/")).sort();
const digest = createHash("sha256");
for (const file of sources) digest.update(file + "\0").update(readFileSync(file)).update("\0");
writeFileSync("../src/demarche/publish/web/dist/seal.json", JSON.stringify({ sources: digest.digest("hex") }) + "\n");
