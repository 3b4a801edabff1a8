import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";

const LineName = z.string().trim().min(1).max(100);
/** Short, stable, for files and other systems: `robot.wheeled`. */
const LineCode = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/);

export const ProductLine = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  position: z.int(),
  active: z.boolean(),
});
export type ProductLine = z.infer<typeof ProductLine>;

const lineParams = z.object({ productLineId: z.uuid() });

export const products = {
  list: endpoint({
    id: "products.listProductLines",
    method: "GET",
    path: "/product-lines",
    summary: "The tree of product lines, the ones no longer sold included.",
    response: z.array(ProductLine),
  }),
  create: endpoint({
    id: "products.createProductLine",
    method: "POST",
    path: "/product-lines",
    summary: "Adds a product line.",
    body: z.object({ name: LineName, code: LineCode, parentId: z.uuid().nullable().default(null) }),
    response: ProductLine,
    errors: ["code_taken", "parent_missing"],
  }),
  edit: endpoint({
    id: "products.editProductLine",
    method: "PATCH",
    path: "/product-lines/:productLineId",
    summary: "Renames a product line, moves it below another, or stops and resumes selling it.",
    params: lineParams,
    body: z.object({
      name: changeOf(LineName),
      code: changeOf(LineCode),
      parentId: changeOf(z.uuid().nullable()),
      position: changeOf(z.int().min(0).max(10_000)),
      active: changeOf(z.boolean()),
    }),
    response: ProductLine,
    errors: ["code_taken", "parent_missing", "line_below_itself", "changed_meanwhile"],
  }),
};
