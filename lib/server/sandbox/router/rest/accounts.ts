import { z } from "zod";
import { callbackSchema } from "../accounts/callback";
import { accountIn, createLink, renewLink } from "../accounts/link";
import { deleteAccount, renameAccount, setAccountEnabled } from "../accounts/manage";
import { accountStatus } from "../accounts/status";
import { accountView } from "../accounts/view";
import { HostedError } from "../errors";
import { readJson } from "../http/body";
import { listParameter, paginate } from "../http/page";
import { authConfigId } from "../identifiers";
import type { Route } from "./route";

const linkSchema = z.strictObject({
  auth_config_id: z.string().min(1),
  user_id: z.string().min(1),
  callback_url: callbackSchema.optional(),
  alias: z.string().max(100).optional(),
});

const refreshSchema = z.strictObject({
  redirect_url: callbackSchema.optional(),
  validate_credentials: z.boolean().optional(),
});

export const accountRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "connected_accounts",
    handle: async ({ services, url }) => {
      const { toolkit, store, now } = services;
      const passes = (name: string, value: string) =>
        listParameter(url, name)?.includes(value) ?? true;
      const field = url.searchParams.get("order_by") === "updated_at" ? "updatedAt" : "createdAt";
      const direction = url.searchParams.get("order_direction") === "asc" ? 1 : -1;
      const { accounts } = await store.read();
      const found = accounts
        .filter(
          (account) =>
            passes("connected_account_ids", account.id) &&
            passes("user_ids", account.userId) &&
            passes("toolkit_slugs", account.toolkit) &&
            passes("auth_config_ids", authConfigId(account.toolkit)) &&
            passes("statuses", accountStatus(account, now())),
        )
        .sort((left, right) => direction * (left[field] - right[field]))
        .map((account) => accountView(account, toolkit, now()));
      return Response.json(paginate(found, url));
    },
  },
  {
    method: "POST",
    pattern: "connected_accounts",
    handle: async () => {
      throw new HostedError(
        "accountRefused",
        "Managed OAuth connections can no longer be initiated directly.",
        {
          suggestedFix: "Use POST /tool_router/session/{id}/link or POST /connected_accounts/link.",
        },
      );
    },
  },
  {
    method: "POST",
    pattern: "connected_accounts/link",
    handle: async ({ services, request, address }) => {
      const body = await readJson(request, linkSchema);
      if (body.auth_config_id !== authConfigId(services.toolkit.slug)) {
        throw new HostedError("accountRefused", `Auth config ${body.auth_config_id} not found.`);
      }
      const link = await createLink(services, {
        userId: body.user_id,
        callbackUrl: body.callback_url,
        alias: body.alias,
        address,
      });
      return Response.json(
        {
          link_token: link.token,
          redirect_url: link.redirectUrl,
          expires_at: new Date(link.expiresAt).toISOString(),
          connected_account_id: link.account.id,
        },
        { status: 201 },
      );
    },
  },
  {
    method: "GET",
    pattern: "connected_accounts/:id",
    handle: async ({ services: { store, toolkit, now }, id }) =>
      Response.json(accountView(accountIn(await store.read(), id), toolkit, now())),
  },
  {
    method: "DELETE",
    pattern: "connected_accounts/:id",
    handle: async ({ services, id }) => {
      await deleteAccount(services, id);
      return Response.json({ success: true });
    },
  },
  {
    method: "PATCH",
    pattern: "connected_accounts/:id",
    handle: async ({ services, request, id }) => {
      const { alias } = await readJson(request, z.strictObject({ alias: z.string().max(100) }));
      const account = await renameAccount(services, id, alias);
      return Response.json({ id, status: accountStatus(account, services.now()), success: true });
    },
  },
  {
    method: "PATCH",
    pattern: "connected_accounts/:id/status",
    handle: async ({ services, request, id }) => {
      const { enabled } = await readJson(request, z.strictObject({ enabled: z.boolean() }));
      await setAccountEnabled(services, id, enabled);
      return Response.json({ success: true });
    },
  },
  {
    method: "POST",
    pattern: "connected_accounts/:id/refresh",
    handle: async ({ services, request, address, id }) => {
      const body = await readJson(request, refreshSchema);
      const link = await renewLink(services, {
        accountId: id,
        callbackUrl: body.redirect_url,
        address,
      });
      return Response.json({ id, status: "INITIATED", redirect_url: link.redirectUrl });
    },
  },
];
