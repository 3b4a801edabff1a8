import type { FastifyInstance } from "fastify";
import { renderDocs } from "./render-docs.ts";
import type { ApiDocument } from "./render-docs.ts";

/** `GET /api/openapi.json`, and `GET /api/docs` for people; both for everybody, as they hold no data. */
export function serveDocs(app: FastifyInstance): void {
  let page: string | undefined;
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
  app.get("/api/docs", { schema: { hide: true } }, async (_request, reply) => {
    page ??= renderDocs(app.swagger() as unknown as ApiDocument);
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .header(
        "content-security-policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      .serializer(String)
      .send(page);
  });
  app.get("/api/docs.css", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("content-type", "text/css; charset=utf-8").serializer(String).send(DOCS_STYLE),
  );
}

const DOCS_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dfe3ea, #333b47); --soft: light-dark(#f5f7fa, #1b2028); --accent: light-dark(#1f4fc4, #8fb0ff); }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 6rem; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; }
summary { padding: .5rem .75rem; cursor: pointer; }
summary:focus-visible { outline: 2px solid var(--accent); }
summary code { font-weight: 600; }
.method { display: inline-block; min-width: 4rem; color: var(--accent); font-weight: 600; }
.body { padding: 0 .75rem .75rem; border-top: 1px solid var(--line); }
pre { background: var(--soft); padding: .75rem; overflow-x: auto; border-radius: 4px; font-size: 13px; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; border-bottom: 1px solid var(--line); padding: .25rem .5rem; vertical-align: top; }
nav a { margin-right: 1rem; }
a { color: var(--accent); }
`;
