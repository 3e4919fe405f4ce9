import type { ChatPage, ChatShelf, ChatSummary } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import type { ProjectSummary } from "@/lib/shared/project";
import { type ChatFilter, deleteChat, listChats, restoreChat, updateChat } from "./chat-api";
import { writeDraft } from "./drafts";
import { appendPage, mergeFirstPage } from "./merge-chats";
import { tellOtherTabs } from "./other-tabs";
import { listProjects } from "./projects-api";
import { errorView } from "./request";

/** What was just done with a chat, and can be taken back. */
export type UndoOffer =
  | { status: "none" }
  | {
      status: "offered";
      chat: ChatSummary;
      change: "deleted" | "archived";
      /** It was on the screen, which was left for it. */
      left: boolean;
    }
  | { status: "failed"; error: ErrorView };

/** What is always on the screen: projects, pinned chats, and the newest of the others. */
export type ShownChats = { projects: ProjectSummary[]; pinned: ChatSummary[]; page: ChatPage };
/** Chats that a page of their own shows. */
type OpenList = { filter: ChatFilter; page: ChatPage };
export type ChatListState = ShownChats & {
  open: OpenList | null;
  /** Why what is shown may be old. */
  error: ErrorView | null;
  offer: UndoOffer;
};

/** The person's chats as this page knows them, and what can be done with one. */
export class ChatList {
  readonly #listeners = new Set<() => void>();
  /** Chats that are on their way to elsewhere: what the server says of them meanwhile is old. */
  readonly #leaving = new Set<string>();
  #state: ChatListState;
  /** The change that is on its way to the server: what takes it back has to come after it. */
  #change: Promise<void> = Promise.resolve();

  constructor(start: ShownChats) {
    this.#state = { ...start, open: null, error: null, offer: { status: "none" } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ChatListState => this.#state;

  /** Reads the newest chats again, after something has changed, and has this browser's other tabs do it too. */
  readonly refresh = (): Promise<void> => {
    tellOtherTabs();
    return this.read();
  };

  /** Reads the newest chats again; what is older stays. */
  readonly read = async (): Promise<void> => {
    const filter = this.#state.open?.filter;
    try {
      const [projects, pinned, first, opened] = await Promise.all([
        listProjects(),
        listChats({ shelf: "pinned" }),
        listChats({ shelf: "list" }),
        filter && listChats(filter),
      ]);
      const page = mergeFirstPage(this.#state.page, first);
      this.#set({ projects, ...this.#without(pinned.chats, page), error: null });
      this.#setOpen(filter, (loaded) => (opened ? mergeFirstPage(loaded, opened) : loaded));
    } catch (error) {
      this.#set({ error: errorView(error) });
    }
  };

  readonly loadMore = async (): Promise<void> => {
    const { nextCursor } = this.#state.page;
    if (nextCursor === null) return;
    try {
      const page = appendPage(this.#state.page, await listChats({ shelf: "list" }, nextCursor));
      this.#set({ ...this.#without(this.#state.pinned, page), error: null });
    } catch (error) {
      this.#set({ error: errorView(error) });
    }
  };

  /** Keeps what a page of its own shows as new as the rest. @returns what ends that */
  readonly open = (filter: ChatFilter, page: ChatPage): (() => void) => {
    this.#set({ open: { filter, page } });
    return () => this.#set({ open: null });
  };

  readonly loadMoreOpen = async (): Promise<void> => {
    const { open } = this.#state;
    if (!open?.page.nextCursor) return;
    try {
      const next = await listChats(open.filter, open.page.nextCursor);
      this.#setOpen(open.filter, (loaded) => appendPage(loaded, next));
    } catch (error) {
      this.#set({ error: errorView(error) });
    }
  };

  /** Keeps a chat on another shelf; what is archived is out of sight at once, and can be taken back. */
  readonly move = (chat: ChatSummary, shelf: ChatShelf): Promise<void> =>
    this.#leave(
      chat,
      () => updateChat(chat.id, { shelf }),
      shelf === "archived"
        ? { status: "offered", chat, change: "archived", left: false }
        : { status: "none" },
    );

  /** Deletes a chat, which can be taken back for a while. @param left it was on the screen, which is being left for it */
  readonly remove = (chat: ChatSummary, left: boolean): Promise<void> =>
    this.#leave(chat, () => deleteChat(chat.id), {
      status: "offered",
      chat,
      change: "deleted",
      left,
    });

  /** Takes back what was done last. @returns whether it is as it was */
  readonly undo = async (): Promise<boolean> => {
    const { offer } = this.#state;
    if (offer.status !== "offered") return false;
    const { chat, change } = offer;
    this.#set({ offer: { status: "none" } });
    await this.#change;
    try {
      if (change === "deleted") await restoreChat(chat.id);
      else await updateChat(chat.id, { shelf: chat.shelf });
    } catch (error) {
      this.#set({ offer: { status: "failed", error: errorView(error) } });
      return false;
    }
    await this.refresh();
    return true;
  };

  readonly dismissOffer = (): void => {
    this.#settle();
    this.#set({ offer: { status: "none" } });
  };

  async #leave(chat: ChatSummary, change: () => Promise<void>, offer: UndoOffer): Promise<void> {
    this.#settle();
    this.#leaving.add(chat.id);
    this.#set({ ...this.#without(this.#state.pinned, this.#state.page), offer });
    this.#setOpen(this.#state.open?.filter, (loaded) => loaded);
    this.#change = change().catch((error: unknown) =>
      this.#set({ offer: { status: "failed", error: errorView(error) } }),
    );
    await this.#change;
    this.#leaving.delete(chat.id);
    await this.refresh();
  }

  /** What was typed in a deleted chat goes when the deletion is not taken back any more. */
  #settle(): void {
    const { offer } = this.#state;
    if (offer.status === "offered" && offer.change === "deleted") writeDraft(offer.chat.id, "");
  }

  /** No chat stands twice, and none that is leaving. */
  #without(pinned: ChatSummary[], { chats, nextCursor }: ChatPage): Omit<ShownChats, "projects"> {
    const kept = pinned.filter(({ id }) => !this.#leaving.has(id));
    const above = new Set([...this.#leaving, ...kept.map(({ id }) => id)]);
    return {
      pinned: kept,
      page: { chats: chats.filter(({ id }) => !above.has(id)), nextCursor },
    };
  }

  #setOpen(filter: ChatFilter | undefined, change: (loaded: ChatPage) => ChatPage): void {
    const { open } = this.#state;
    if (!open || open.filter !== filter) return;
    const { chats, nextCursor } = change(open.page);
    const there = chats.filter(({ id }) => !this.#leaving.has(id));
    this.#set({ open: { filter, page: { chats: there, nextCursor } } });
  }

  #set(change: Partial<ChatListState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
