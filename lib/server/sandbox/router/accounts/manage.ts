import { HostedError } from "../errors";
import type { RouterServices } from "../services";
import type { StoredAccount } from "../store/schema";
import { accountIn } from "./link";

export async function deleteAccount({ store }: RouterServices, id: string): Promise<void> {
  await store.update((draft) => {
    const account = accountIn(draft, id);
    draft.accounts = draft.accounts.filter((candidate) => candidate !== account);
  });
}

/** Only an account somebody consented to can be switched off and on. */
export async function setAccountEnabled(
  { store, now }: RouterServices,
  id: string,
  enabled: boolean,
): Promise<void> {
  await store.update((draft) => {
    const account = accountIn(draft, id);
    const { state } = account;
    switch (state.status) {
      case "ACTIVE":
      case "INACTIVE":
        account.state = { status: enabled ? "ACTIVE" : "INACTIVE", username: state.username };
        account.updatedAt = now();
        return;
      case "INITIATED":
      case "FAILED":
        throw new HostedError("accountRefused", `Connected account ${id} was never active.`);
      case "EXPIRED":
      case "REVOKED":
        throw new HostedError("accountRefused", `Connected account ${id} is signed out.`);
    }
  });
}

/** An empty alias removes it. Throws 400 when another account of the same user has it. */
export async function renameAccount(
  { store, now }: RouterServices,
  id: string,
  alias: string,
): Promise<StoredAccount> {
  return store.update((draft) => {
    const account = accountIn(draft, id);
    const taken = draft.accounts.some(
      (other) =>
        other !== account &&
        other.userId === account.userId &&
        other.toolkit === account.toolkit &&
        other.alias === alias,
    );
    if (taken && alias !== "") {
      throw new HostedError("accountRefused", `The alias "${alias}" is already in use.`);
    }
    account.alias = alias || null;
    account.updatedAt = now();
    return account;
  });
}
