import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';

/** Only the frame: who may see a page is asked by the page itself. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AdminNav />
      {children}
    </>
  );
}
