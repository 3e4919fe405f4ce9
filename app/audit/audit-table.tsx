import Link from "next/link";
import type { ReactNode } from "react";
import { ArgumentList } from "@/components/activity/argument-list";
import { describeEffect } from "@/components/activity/describe/describe-action";
import { Disclosure } from "@/components/activity/disclosure";
import { Sentence } from "@/components/activity/sentence";
import { WordsFor } from "@/components/language/words-for";
import { OpenLink } from "@/components/results/parts/external-link";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Table } from "@/components/ui/table";
import { requestWords } from "@/lib/server/language";
import type { AuditRecord } from "@/lib/server/policy/audit";
import { decisionOf } from "./decision";
import { Outcome } from "./outcome";

/** A cell; on a phone, where rows are blocks, it says what it is. */
function Cell({
  label,
  className = "",
  children,
}: {
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <td className={`max-md:block md:px-3 md:py-3 ${className}`}>
      {label ? <span className="text-muted-foreground md:hidden">{label}: </span> : null}
      {children}
    </td>
  );
}

async function Decision({ record, readerId }: { record: AuditRecord; readerId: string }) {
  const { audit } = await requestWords();
  const { words, at, reason } = decisionOf(record, readerId, audit.decision);
  return (
    <>
      {words}
      {at ? (
        <span className="text-muted-foreground max-md:before:content-[',_'] md:block md:text-xs">
          <RelativeTime time={at} />
        </span>
      ) : null}
      {reason ? (
        <p className="wrap-anywhere text-muted-foreground text-xs">
          <PlainText text={audit.quoted(reason)} />
        </p>
      ) : null}
    </>
  );
}

async function Row({ record, readerId }: { record: AuditRecord; readerId: string }) {
  const { action, chat, createdAt, externalLink } = record;
  const words = await requestWords();
  const { columns } = words.audit;
  return (
    <tr
      data-slot="audit-row"
      className="border-border border-t align-top max-md:grid max-md:gap-1 max-md:px-4 max-md:py-3"
    >
      <Cell className="whitespace-nowrap text-muted-foreground max-md:text-xs">
        <RelativeTime time={createdAt} />
      </Cell>
      <Cell className="wrap-anywhere md:w-5/12">
        <p>
          <Sentence segments={describeEffect(action, words.actions).segments} />
        </p>
        <p className="font-mono text-muted-foreground text-xs">
          <PlainText text={action.tool} />
        </p>
        <OpenLink href={externalLink ?? undefined} label={words.audit.open} />
        <Disclosure label={words.audit.whatWasSent}>
          <WordsFor room="activity">
            <ArgumentList values={action.arguments} />
          </WordsFor>
        </Disclosure>
      </Cell>
      <Cell label={columns.chat} className="wrap-anywhere md:w-1/4">
        <Link
          href={`/chat/${chat.id}`}
          className="touch-target text-accent underline-offset-2 hover:underline"
        >
          <PlainText text={chat.title} />
        </Link>
        {action.account ? (
          <p className="text-muted-foreground text-xs">
            {words.audit.as} <PlainText text={action.account} />
          </p>
        ) : null}
      </Cell>
      <Cell label={columns.decision} className="md:min-w-32">
        <Decision record={record} readerId={readerId} />
      </Cell>
      <Cell className="max-md:mt-0.5 md:min-w-32">
        <Outcome action={action} />
      </Cell>
    </tr>
  );
}

/** The actions as a table; on a phone each row is a block of its own. */
export async function AuditTable({
  records,
  readerId,
}: {
  records: readonly AuditRecord[];
  readerId: string;
}) {
  const { columns, table } = (await requestWords()).audit;
  return (
    <Table caption={table} headings={Object.values(columns)}>
      {records.map((record) => (
        <Row key={record.action.id} record={record} readerId={readerId} />
      ))}
    </Table>
  );
}
