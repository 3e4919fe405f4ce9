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

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).settings.title };
}

async function Facts({ account }: { account: AccountOverview }) {
  const words = (await requestWords()).settings.account;
  const { kind, name, email, createdAt, chats, shares, actions } = account;
  const facts = [
    { label: words.name, value: kind === "guest" ? words.guest : <PlainText text={name} /> },
    ...(email ? [{ label: words.email, value: <PlainText text={email} /> }] : []),
    { label: words.since, value: <RelativeTime time={createdAt} /> },
    { label: words.keptHere, value: words.kept({ chats, shares, actions }) },
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
  const { habits, settings: words } = await requestWords();
  return (
    <PlainPage title={words.title}>
      <Section title={words.account.title}>
        <Facts account={account} />
      </Section>
      {guest ? null : (
        <Section title={words.sessions.title}>
          <div className="flex flex-wrap items-center justify-between gap-3 p-4">
            <p className="max-w-md text-muted-foreground text-sm">
              {words.sessions.signedIn(account.sessions)} {words.sessions.ending}
            </p>
            <WordsFor room="settings">
              <EndSessions />
            </WordsFor>
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
      <Section title={words.archive.title}>
        <WordsFor room="settings">
          <Archive />
        </WordsFor>
      </Section>
      <Section title={words.deletion.title}>
        <div className="grid justify-items-start gap-3 p-4">
          <p className="text-muted-foreground text-sm">{words.deletion.means}</p>
          <WordsFor room="settings">
            <DeleteAccount password={account.password} />
          </WordsFor>
        </div>
      </Section>
    </PlainPage>
  );
}
