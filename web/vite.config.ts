import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The host stays as the browser sent it: the server takes only requests whose origin is their own host. */
const API = { target: "http://127.0.0.1:3000", changeOrigin: false };

/** Smaller files gain nothing from being compressed. */
const COMPRESSED_FROM_BYTES = 1024;
/** The page itself is not among them: the server writes a nonce into every answer. */
const COMPRESSIBLE = /\.(js|css|svg)$/;

/**
 * Writes a `.br` and a `.gz` beside every text file, once, so that the server need not compress at every request. It reads
 * the files as they were written: until then other plugins still put the addresses of lazy chunks into them.
 */
function precompressed(): Plugin {
  return {
    name: "precompressed",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      const texts = Object.keys(bundle).filter((file) => COMPRESSIBLE.test(file));
      await Promise.all(texts.map((file) => compress(join(dir, file))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.length < COMPRESSED_FROM_BYTES) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(source, quality));
  await writeFile(`${path}.gz`, await promisify(gzip)(source, { level: constants.Z_BEST_COMPRESSION }));
}

/** What changes seldom stays in the browser's cache across releases. */
const groups = [
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
  { name: "frame", test: /node_modules[\\/](@tanstack|i18next|react-i18next|zod)[\\/]/, priority: 20 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed()],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": API } },
  preview: { host: "127.0.0.1", proxy: { "/api": API } },
  build: {
    target: "es2022",
    // The report that `scripts` reads to know what a page fetches.
    manifest: true,
    modulePreload: { polyfill: false },
    // Inlined files would need `data:` in more places of the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
