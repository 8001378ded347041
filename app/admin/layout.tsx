import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';
import { TableKeys } from '@/components/admin/table-keys';
import { findActor } from '@/lib/accounts/find-actor';
import { staffAccessesOf } from '@/lib/core/actor';

/** Only the frame: who may see a page is asked by the page itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const accesses = staffAccessesOf(await findActor());
  return (
    <>
      {accesses.length > 0 ? <AdminNav accesses={accesses} /> : null}
      {children}
      {accesses.length > 0 ? <TableKeys /> : null}
    </>
  );
}
