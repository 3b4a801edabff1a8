/** Products: what is sold, as routing, leads, standards, territories and campaigns see it. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./products.audit.ts";

export { CREATE_PRODUCT_LINE, createProductLine } from "./create-product-line.ts";
export { productsRoutes } from "./products.routes.ts";

export const productsMessages = { zh, en };
