/** Views: named filters, sorts and columns of lists. This file is all that other capabilities may import. */
import "./views.audit.ts";
export { viewsRoutes } from "./views.routes.ts";
