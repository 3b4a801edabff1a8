type JsonSchema = { readonly [key: string]: unknown };

interface ApiOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  readonly requestBody?: { readonly content: ContentByType };
  readonly responses: Readonly<Record<string, { readonly content?: ContentByType }>>;
}

type ContentByType = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

/** The OpenAPI document as one page to read: no script, every call folded under its capability. */
export function renderDocs(document: ApiDocument): string {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(calls.map(({ operation }) => operation.tags?.[0] ?? ""))].toSorted();
  const shapes = Object.entries(document.components?.schemas ?? {});
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<h1>${escape(document.info.title)}</h1>
<p>${escape(document.info.description ?? "")}</p>
<p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<nav>${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join("")}</nav>
${tags
  .map((tag) =>
    renderTag(
      tag,
      calls.filter(({ operation }) => (operation.tags?.[0] ?? "") === tag),
    ),
  )
  .join("\n")}
<h2 id="shapes">Shapes</h2>
${shapes.map(([name, schema]) => renderShape(name, schema)).join("\n")}
</body>
</html>`;
}

interface ApiCall {
  readonly path: string;
  readonly method: string;
  readonly operation: ApiOperation;
}

function renderTag(tag: string, calls: readonly ApiCall[]): string {
  return `<h2 id="${escape(tag)}">${escape(tag)}</h2>\n${calls.map(renderCall).join("\n")}`;
}

function renderCall({ path, method, operation }: ApiCall): string {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const answer = schemaOf(success?.[1].content);
  const body = schemaOf(operation.requestBody?.content);
  return `<details id="${escape(operation.operationId ?? "")}">
<summary><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code> ${escape(operation.summary ?? "")}</summary>
<div class="body">
<p><code>${escape(operation.operationId ?? "")}</code>${operation.security?.length === 0 ? " · open to everybody" : ""}</p>
${operation.description ? `<p>${escape(operation.description)}</p>` : ""}
${renderParameters(operation)}
${body ? `<h4>Body</h4>${renderSchema(body)}` : ""}
${answer ? `<h4>Answer ${escape(success?.[0] ?? "")}</h4>${renderSchema(answer)}` : ""}
</div>
</details>`;
}

function renderParameters({ parameters = [] }: ApiOperation): string {
  if (parameters.length === 0) return "";
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${escape(place)}${required ? ", required" : ""}</td><td><code>${escape(JSON.stringify(schema ?? {}))}</code></td></tr>`,
  );
  return `<table><tr><th>Parameter</th><th>In</th><th>Schema</th></tr>${rows.join("")}</table>`;
}

function renderShape(name: string, schema: JsonSchema): string {
  return `<details id="shape-${escape(name)}"><summary><code>${escape(name)}</code></summary><div class="body">${renderSchema(schema)}</div></details>`;
}

/** A reference to a named shape leads to it; everything else is shown as it is. */
function renderSchema(schema: JsonSchema): string {
  const name = typeof schema["$ref"] === "string" ? schema["$ref"].split("/").at(-1) : undefined;
  if (name !== undefined) return `<p><a href="#shape-${escape(name)}">${escape(name)}</a></p>`;
  return `<pre>${escape(JSON.stringify(schema, null, 2))}</pre>`;
}

function schemaOf(content: ContentByType | undefined): JsonSchema | undefined {
  return Object.values(content ?? {})[0]?.schema;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
