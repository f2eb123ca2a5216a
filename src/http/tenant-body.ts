// What an operator says of a tenant; its id is in the address.
import { tenantInput } from "../services/tenants/save-tenant.ts";

export const tenantBody = tenantInput.omit({ id: true });
