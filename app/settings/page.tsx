import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { NotificationSettings } from "@/components/notifications/notification-settings";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { ShortcutSettings } from "@/components/shortcuts/shortcut-settings";
import { ThemeChoice } from "@/components/theme/theme-choice";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { type AccountOverview, readAccount } from "@/lib/server/auth/read-account";
import { requestWords } from "@/lib/server/language";
import { Archive } from "./archive";
import { DeleteAccount } from "./delete-account";
import { EndSessions } from "./end-sessions";
import { LanguageChoice } from "./language-choice";
import { Section } from "./section";

export const metadata: Metadata = { title: "Settings" };

const counted = (amount: number, one: string, several: string) =>
  `${amount.toLocaleString("en")} ${amount === 1 ? one : several}`;

function Facts({ account }: { account: AccountOverview }) {
  const { kind, name, email, createdAt, chats, shares, actions } = account;
  const kept = [
    counted(chats, "chat", "chats"),
    counted(shares, "public link", "public links"),
    counted(actions, "recorded action", "recorded actions"),
  ];
  const facts = [
    { label: "Name", value: kind === "guest" ? "Guest" : <PlainText text={name} /> },
    ...(email ? [{ label: "E-mail", value: <PlainText text={email} /> }] : []),
    { label: "Since", value: <RelativeTime time={createdAt} /> },
    { label: "Kept here", value: kept.join(", ") },
  ];
  return (
    <dl className="divide-y divide-border">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid gap-x-4 px-4 py-2.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-muted-foreground text-sm">{label}</dt>
          <dd className="wrap-anywhere text-sm">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export default async function SettingsPage() {
  const { id, kind } = await requireUser("/settings");
  const account = await readAccount(id);
  const guest = kind === "guest";
  const { habits } = await requestWords();
  return (
    <PlainPage title="Settings">
      <Section title="Account">
        <Facts account={account} />
      </Section>
      {guest ? null : (
        <Section title="Sessions">
          <div className="flex flex-wrap items-center justify-between gap-3 p-4">
            <p className="max-w-md text-muted-foreground text-sm">
              {account.sessions === 1
                ? "Only this browser is signed in as you."
                : `${account.sessions} browsers are signed in as you, this one included.`}{" "}
              Ending all sessions signs out every one of them at once, this one too.
            </p>
            <EndSessions />
          </div>
        </Section>
      )}
      <WordsFor room="habits">
        <Section title={habits.appearance}>
          <LanguageChoice />
          <ThemeChoice />
        </Section>
        <Section title={habits.notifications.title}>
          <NotificationSettings />
        </Section>
        <Section title={habits.shortcuts.title} id="shortcuts">
          <ShortcutSettings />
        </Section>
      </WordsFor>
      <Section title="Your chats">
        <Archive />
      </Section>
      <Section title="Delete account">
        <div className="grid justify-items-start gap-3 p-4">
          <p className="text-muted-foreground text-sm">
            Your chats, their answers, what was recorded of them and your public links are deleted
            for good. Answers that are being written are stopped. The accounts you connected are
            removed from the tool router. What was done in Bitbucket stays done.
          </p>
          <DeleteAccount guest={guest} />
        </div>
      </Section>
    </PlainPage>
  );
}
