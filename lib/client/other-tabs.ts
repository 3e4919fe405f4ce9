const channelName = "branchline-chats";

/** Tells this browser's other tabs that the list of chats has changed. Nothing of the chats is in it. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage("changed");
  channel.close();
}

/** Calls back whenever another tab has told so, until the returned function is called. */
export function hearOtherTabs(onChanged: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", onChanged);
  return () => channel.close();
}
