import Link from "next/link";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";
import { requestWords } from "@/lib/server/language";

export default async function NotFound() {
  const { notFound } = (await requestWords()).common;
  return (
    <EmptyPage
      title={notFound.title}
      actions={
        <Link href="/" className={buttonClasses()}>
          {notFound.leave}
        </Link>
      }
    >
      {notFound.body}
    </EmptyPage>
  );
}
