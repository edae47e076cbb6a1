import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Act } from '../../../staff/acts.ts';

/** A page of the console. */
export interface Page {
  /** First part of its address, and its key in `console:pages`. */
  readonly name: string;
  /** Who may not do this does not see it. */
  readonly act: Act;
  /** False: reached from elsewhere. */
  readonly isInMenu?: boolean;
  readonly Content: LazyExoticComponent<ComponentType>;
}

/** All pages, in the order of the menu. The first one that one may see is home. */
export const PAGES: readonly Page[] = [
  { name: 'hari-ini', act: 'see-today', Content: lazy(() => import('../pages/today/Today.tsx')) },
  { name: 'percakapan', act: 'read-talks', Content: lazy(() => import('../pages/talks/Talks.tsx')) },
  { name: 'pengetahuan', act: 'read-knowledge', Content: lazy(() => import('../pages/knowledge/Knowledge.tsx')) },
  { name: 'tinjauan', act: 'read-knowledge', Content: lazy(() => import('../pages/review/Reviews.tsx')) },
  {
    name: 'belum-terjawab',
    act: 'read-unanswered',
    Content: lazy(() => import('../pages/unanswered/Unanswered.tsx')),
  },
  { name: 'kabar', act: 'recall-answers', Content: lazy(() => import('../pages/notices/Notices.tsx')) },
  { name: 'kasus', act: 'read-cases', Content: lazy(() => import('../pages/cases/Cases.tsx')) },
  { name: 'balasan', act: 'write-canned', Content: lazy(() => import('../pages/canned/CannedReplies.tsx')) },
  { name: 'laporan', act: 'read-reports', Content: lazy(() => import('../pages/reports/Reports.tsx')) },
  { name: 'petugas', act: 'manage-staff', Content: lazy(() => import('../pages/staff/Staff.tsx')) },
  { name: 'catatan', act: 'read-audit', Content: lazy(() => import('../pages/audit/Audit.tsx')) },
  {
    name: 'akun',
    act: 'keep-own-account',
    isInMenu: false,
    Content: lazy(() => import('../pages/account/Account.tsx')),
  },
];
