import { products } from "@tongzhou/contract/products";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { CREATE_PRODUCT_LINE, createProductLine } from "./create-product-line.ts";
import { EDIT_PRODUCT_LINE, editProductLine } from "./edit-product-line.ts";
import { mayEditProductLines, mayReadProductLines } from "./products.access.ts";
import { findProductLine, findProductLines } from "./products.queries.ts";

/** What is sold. */
export function productsRoutes(http: Http): void {
  serveRead(http, products.list, { allow: mayReadProductLines, handle: (context) => findProductLines(context) });
  serveWrite(http, products.create, {
    allow: mayEditProductLines,
    kind: CREATE_PRODUCT_LINE,
    creates: "repeatable",
    async handle(context, { body }) {
      return there(await findProductLine(context, await createProductLine(context, body)));
    },
  });
  serveWrite(http, products.edit, {
    allow: mayEditProductLines,
    kind: EDIT_PRODUCT_LINE,
    async handle(context, { params, body }) {
      await editProductLine(context, params.productLineId, body);
      return there(await findProductLine(context, params.productLineId));
    },
  });
}

function there<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new NotFound();
  return found;
}
