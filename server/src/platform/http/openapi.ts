import fastifySwagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";

/** Makes the OpenAPI document of everything that is registered after this call: `app.swagger()`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Tongzhou API",
        version: "1",
        description:
          "Everything the pages do, other systems may do too, with the rights of the person whose key they use. Refusals are problem details (RFC 9457) with a stable `code`; `Idempotency-Key` on a POST that creates makes a repetition harmless for 24 hours; every change answers `operation-id`, by which it can be undone.",
      },
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "An API key of Settings → API keys." },
          session: { type: "apiKey", in: "cookie", name: "tongzhou" },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/**
 * Names the shapes of contract modules by what they are exported as, so that the document refers to `Person` instead of
 * repeating it. A schema keeps the first name it gets.
 * @throws Error when two modules export different shapes under one name.
 */
export function nameShapes(...modules: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [id, exported] of modules.flatMap((module) => Object.entries(module))) {
    if (!(exported instanceof z.ZodType) || z.globalRegistry.get(exported)?.id !== undefined) continue;
    z.globalRegistry.add(exported, { id });
  }
}
