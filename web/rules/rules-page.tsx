import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { rulesQuery } from '../api/queries.ts'
import type { AccountRule } from '../api/rules.ts'
import { exactTime } from '../clock/format.ts'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { choosableForces, FORCE_WORDS } from './force-words.ts'
import css from './rules-page.module.css'

/** Every rule as it holds in this account, where it comes from, and how strict it is. */
export function RulesPage() {
  const { accountId = '' } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useQuery(rulesQuery(accountId))
  const [changing, setChanging] = useState<AccountRule>()
  return (
    <Page
      title="Rules"
      lead="What every answer of this account is checked for. You can make a rule stricter; a few may be made milder, with a reason that is kept."
    >
      {isPending && <RowSkeletons />}
      {!data && error && <Failed what="The rules cannot be read" error={error} onRetry={() => void refetch()} />}
      <ul className={css['list']}>
        {data?.map((rule) => (
          <Rule key={rule.id} rule={rule} onChange={setChanging} />
        ))}
      </ul>
      <ChangeDialog accountId={accountId} rule={changing} onClose={() => setChanging(undefined)} />
    </Page>
  )
}

interface RuleProps {
  readonly rule: AccountRule
  readonly onChange: (rule: AccountRule) => void
}

function Rule({ rule, onChange }: RuleProps) {
  const { id, title, force, reason, source, changed } = rule
  return (
    <li className={css['rule']}>
      <div className={css['text']}>
        <h3>
          {title} <span className={css['id']}>{id}</span>
        </h3>
        <p>{reason}</p>
        <p className={css['source']}>
          {source.title} · read {source.read} · {source.grade}
        </p>
        {changed && (
          <p className={css['changed']}>
            Changed {exactTime(changed.at)}: {changed.reason}
          </p>
        )}
      </div>
      <span className={css['force']} data-force={force}>
        {FORCE_WORDS[force]}
      </span>
      {choosableForces(rule).length > 1 ? (
        <Button onClick={() => onChange(rule)} aria-label={`Change the rule ${title}`}>
          Change
        </Button>
      ) : (
        <span className={css['fixed']}>Fixed</span>
      )}
    </li>
  )
}
