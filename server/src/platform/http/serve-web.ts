import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerNoSuchAddress } from "./answer-problem.ts";
import type { Http } from "./http.ts";
import { API_PREFIX } from "./register-endpoint.ts";
import { pagePolicy } from "./security-headers.ts";

/** In the page; replaced in every answer. */
const NONCE_MARK = "__CSP_NONCE__";
const ASSETS = "/assets/";
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built pages: files whose name holds their hash for a year, precompressed where the build has done so; every
 * other address of a page answers the one page, which reads the address itself.
 * @param folder `web/dist`. When it is not there (development: Vite serves the pages), only the API is served.
 */
export async function serveWeb(http: Pick<Http, "app" | "phrases">, folder: string): Promise<void> {
  const { app, phrases } = http;
  if (!existsSync(join(folder, "index.html"))) return;
  const page = await readFile(join(folder, "index.html"), "utf8");
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    // Each file is a route of its own, so that everything else can be a page: the handler of unknown addresses is set once,
    // by openHttp, and can be neither replaced nor asked from here.
    wildcard: false,
    globIgnore: ["index.html"],
    preCompressed: true,
    cacheControl: false,
    dotfiles: "ignore",
    setHeaders(response, path) {
      void response.header(
        "cache-control",
        path.includes(ASSETS) ? `public, max-age=${YEAR_SECONDS}, immutable` : "public, max-age=0, must-revalidate",
      );
    },
  });
  const sendPage = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => answerPage(reply, page);
  app.get("/", { schema: { hide: true } }, sendPage);
  app.get("/index.html", { schema: { hide: true } }, sendPage);
  app.get("/*", { schema: { hide: true } }, (request, reply) =>
    isPageAddress(request) ? answerPage(reply, page) : answerNoSuchAddress(phrases, request, reply),
  );
}

function answerPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString("base64");
  return reply
    .status(200)
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-security-policy", pagePolicy(nonce))
    .serializer(String)
    .send(page.replaceAll(NONCE_MARK, nonce));
}

/** A file that is missing is missing; only what looks like a page of ours is one. */
function isPageAddress(request: FastifyRequest): boolean {
  const path = request.url.split("?", 1)[0] ?? "";
  const isApi = path === API_PREFIX || path.startsWith(`${API_PREFIX}/`);
  return ["GET", "HEAD"].includes(request.method) && !isApi && !path.startsWith(ASSETS) && !/\.\w+$/.test(path);
}
