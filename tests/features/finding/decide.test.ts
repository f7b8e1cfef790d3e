/** Who may do what to a finding in which state: one table, read by people and by the test. */
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/core/time.ts';
import type { Actor } from '../../../src/features/finding/actor.ts';
import { type Deed, decide } from '../../../src/features/finding/decide.ts';
import { FINDING, type Finding, type FindingState } from '../../../src/features/finding/finding.ts';
import { rungTimes } from '../../../src/features/finding/policy.ts';
import { actor, facts, on, made as shared } from './made.ts';

const NOW = on('09-22 10:00');
/** Issued on Monday at 09:00: four work hours to sign, three workdays to put it right, then Mid-Autumn begins. */
const made = (over: Partial<Finding> = {}): Finding =>
  shared({
    issuedAt: on('09-21 09:00'),
    ackDueAt: on('09-21 15:30'),
    fixDueAt: on('09-24 18:00'),
    person: 'jyj04',
    ...over,
  });
const PEOPLE = {
  head: actor('head', 'jyj01'),
  delegate: actor('delegate', 'jyj05'),
  liaison: actor('liaison', 'jyj03'),
  discipline: actor('discipline', 'jyj02'),
  director: actor('director', 'zfb01'),
  inspector: actor('inspector', 'zfb04'),
  registrar: actor('inspector', 'zfb03', 'registrar'),
  colleague: actor('inspector', 'zfb05', 'own-unit'),
  former: actor('inspector', 'zfb06', 'former-unit'),
  insider: actor('director', 'zfb07', 'own-unit'),
  admin: actor('admin', 'zfb02'),
  person: actor('none', 'jyj04'),
  stranger: actor('none', 'czj09'),
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;

const DEEDS: Readonly<Record<Deed['did'], Deed>> = {
  acknowledge: { did: 'acknowledge' },
  proxy: { did: 'proxy' },
  unsign: { did: 'unsign' },
  supplement: { did: 'supplement' },
  report: { did: 'report', text: '已批评教育' },
  object: { did: 'object', text: '当时在下乡' },
  extend: { did: 'extend', text: '需要购置设备', days: 2 },
  snooze: { did: 'snooze', text: '正在开会', until: on('09-22 16:00') },
  return: { did: 'return', text: '未说明处理结果' },
  close: { did: 'close', text: '已到现场核查' },
  withdraw: { did: 'withdraw', text: '经核实为正常工作' },
  reopen: { did: 'reopen', text: '复查时又发现' },
  amend: { did: 'amend', text: '二楼办公室上班时间玩游戏' },
  uphold: { did: 'uphold', text: '情况不实' },
  reject: { did: 'reject', text: '经核对监控，情况属实' },
  refuse: { did: 'refuse', text: '任务不重' },
  grant: { did: 'grant', days: 2 },
};

/** Where each deed leads, by state, and who may do it: `=` stays where it is, `-` nobody can. */
const TABLE = `
deed         issued      rectifying  reported    closed      withdrawn  by
acknowledge  rectifying  -           -           -           -          head delegate
proxy        =           -           -           -           -          liaison discipline
unsign       -           issued      -           -           -          head
report       reported    reported    -           -           -          head delegate
report       -           reported    -           -           -          liaison
extend       =           =           -           -           -          head delegate liaison
object       =           =           =           -           -          head delegate liaison person
supplement   =           =           =           -           -          liaison
snooze       =           -           -           -           -          head delegate
return       -           -           rectifying  -           -          director inspector registrar
close        -           -           closed      -           -          director inspector
withdraw     withdrawn   withdrawn   withdrawn   -           -          director registrar
reopen       -           -           -           rectifying  -          director inspector registrar
amend        issued      issued      issued      -           -          director registrar
uphold       withdrawn   withdrawn   withdrawn   -           -          director inspector
reject       =           =           =           -           -          director inspector
grant        =           =           -           -           -          director inspector registrar
refuse       =           =           -           -           -          director inspector registrar
`;
const [HEADS = [], ...ROWS] = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s{2,}/u));
const STATES = Object.keys(FINDING.states) as FindingState[];
const WHO = Object.keys(PEOPLE) as Who[];

/** Where a deed leads by the table; undefined when it is refused. */
function expected(did: Deed['did'], state: FindingState, who: Who): FindingState | undefined {
  const cells = ROWS.filter(([deed, ...row]) => deed === did && row.at(-1)?.split(' ').includes(who))
    .map((row) => row[STATES.indexOf(state) + 1])
    .filter((cell) => cell !== '-');
  return cells[0] === '=' ? state : (cells[0] as FindingState | undefined);
}

/** A finding in a state as it comes to be: signed by the head, objected to by the liaison, with what the deed needs. */
function scene(did: Deed['did'], state: FindingState): Finding {
  const over = state === 'closed' || state === 'withdrawn';
  const by = (id: string) => ({ by: id, at: NOW - 5 * MINUTE });
  const words = (id: string) => ({ ...by(id), text: '情况说明' });
  const objected = ['supplement', 'uphold', 'reject'].includes(did) && !over;
  const asked = ['grant', 'refuse'].includes(did) && state !== 'reported';
  return made({
    state,
    ack: state === 'issued' ? null : by('jyj01'),
    report: state === 'reported' || state === 'closed' ? words('jyj01') : null,
    closed: state === 'closed' ? words('zfb04') : null,
    objection: objected ? { ...words('jyj03'), state: 'open', decideBy: NOW, decided: null } : null,
    extension: asked ? { ...words('jyj01'), days: 2, state: 'asked', decided: null } : null,
  });
}
const attempt = (did: Deed['did'], state: FindingState, who: Who) =>
  decide(scene(did, state), DEEDS[did], PEOPLE[who], facts(NOW));

/** The finding after a deed that must be allowed. */
function done(finding: Finding, deed: Deed, who: Who, at = NOW, proofs = 1): Finding {
  const judged = decide(finding, deed, PEOPLE[who], facts(at, proofs));
  if (!judged.ok) throw new Error(judged.error);
  return judged.value;
}
/** The sentence that refuses a deed. */
function refused(finding: Finding, deed: Deed, who: Who, at = NOW, proofs = 1): string {
  const judged = decide(finding, deed, PEOPLE[who], facts(at, proofs));
  return judged.ok ? '' : judged.error;
}

describe('who can do what, when', () => {
  it('is said of every deed and every state', () => {
    expect([...new Set(ROWS.map(([did]) => did))].sort()).toEqual(Object.keys(DEEDS).sort());
    expect(HEADS.slice(1, -1)).toEqual(STATES);
  });

  describe.each(Object.keys(DEEDS) as Deed['did'][])('%s', (did) => {
    it.each(STATES)('when it is %s', (state) => {
      const outcome = (who: Who) => {
        const judged = attempt(did, state, who);
        return judged.ok ? judged.value.state : undefined;
      };
      expect(Object.fromEntries(WHO.map((who) => [who, outcome(who)]))).toEqual(
        Object.fromEntries(WHO.map((who) => [who, expected(did, state, who)])),
      );
    });

    it('says who can, to whoever never can', () => {
      // What one has done oneself is nobody else's to take back: there is nothing of his.
      const words = ['unsign', 'supplement'].includes(did) ? /没有您/u : /由|请/u;
      for (const who of WHO.filter((one) => STATES.every((state) => expected(did, state, one) === undefined)))
        for (const state of STATES)
          expect(refused(scene(did, state), DEEDS[did], who), `${who} ${state}`).toMatch(words);
    });

    it('says how it stands, to whoever comes at the wrong time', () => {
      for (const who of WHO.filter((one) => STATES.some((state) => expected(did, state, one))))
        for (const state of STATES.filter((one) => expected(did, one, who) === undefined)) {
          const sentence = refused(scene(did, state), DEEDS[did], who);
          expect(sentence, `${who} ${state}`).toMatch(/F0412|0412/u);
          expect(sentence, `${who} ${state}`).toMatch(/不能|没有|由|请/u);
        }
    });
  });

  it('is told in one sentence', () => {
    expect(refused(made(), DEEDS.acknowledge, 'liaison')).toBe(
      'F0412 须由主要负责同志签收，您的“收到”未记为签收。联络员可回“代签 0412”。',
    );
    expect(refused(scene('close', 'reported'), DEEDS.close, 'registrar')).toBe(
      'F0412 是您登记的，请由另一位督查员核查。',
    );
    expect(refused(scene('close', 'rectifying'), DEEDS.close, 'inspector')).toMatch(
      /当前为“整改中”，不能销号/u,
    );
    expect(refused(scene('close', 'reported'), DEEDS.close, 'colleague')).toMatch(/您所在单位/u);
    expect(refused(scene('close', 'reported'), DEEDS.close, 'former')).toMatch(/一年内在该单位任职/u);
  });

  it('records each step with who, when and what was said', () => {
    const after = done(scene('close', 'reported'), DEEDS.close, 'inspector');
    expect(after.steps.at(-1)).toEqual({ did: 'close', by: 'zfb04', at: NOW, text: '已到现场核查' });
    expect(after.steps).toHaveLength(2);
  });
});

describe('signing', () => {
  const signed = done(made(), DEEDS.acknowledge, 'head', on('09-21 10:00'));
  it('is by the head, and the first counts', () => {
    expect(signed.ack).toEqual({ by: 'jyj01', at: on('09-21 10:00') });
    expect(refused(signed, DEEDS.acknowledge, 'delegate')).toMatch(/当前为“整改中”/u);
  });
  it('is undone by the same person within ten minutes', () => {
    expect(done(signed, DEEDS.unsign, 'head', on('09-21 10:10'))).toMatchObject({
      state: 'issued',
      ack: null,
      ackDueAt: signed.ackDueAt,
    });
    expect(refused(signed, DEEDS.unsign, 'head', on('09-21 10:11'))).toMatch(/超过10分钟/u);
    expect(refused(signed, DEEDS.unsign, 'delegate', on('09-21 10:01'))).toMatch(/没有您/u);
  });
  it('comes with the head’s report, not with the liaison’s', () => {
    expect(done(made(), DEEDS.report, 'head')).toMatchObject({
      state: 'reported',
      ack: { by: 'jyj01', at: NOW },
    });
    expect(refused(made(), DEEDS.report, 'liaison')).toMatch(/请主要负责同志先回“收到 0412”/u);
  });
});

describe('代签', () => {
  const at = on('09-21 16:00');
  it('rests the reminders for one workday and leaves the requirement', () => {
    const after = done(made(), DEEDS.proxy, 'liaison', at);
    expect(after).toMatchObject({ state: 'issued', ack: null, ackDueAt: on('09-21 15:30') });
    expect(after.restUntil).toBe(on('09-22 16:00'));
  });
  it('is given once', () => {
    const after = done(made(), DEEDS.proxy, 'liaison', at);
    expect(refused(after, DEEDS.proxy, 'discipline', at)).toMatch(/已代签过一次/u);
  });
  it('does not bring reminders forward that the head has put off for longer', () => {
    const until = on('09-23 10:00');
    const after = done(done(made(), { ...SNOOZE, until }, 'head', at), DEEDS.proxy, 'liaison', at);
    expect(after.restUntil).toBe(until);
  });
});

const SNOOZE = { did: 'snooze', text: '正在开会' } as const;
describe('缓签', () => {
  const friday = on('09-18 16:00');
  it('is for two workdays at most, weekends aside', () => {
    // Friday: the Sunday after it is a make-up workday.
    expect(done(made(), { ...SNOOZE, until: on('09-21 18:00') }, 'head', friday).restUntil).toBe(
      on('09-21 18:00'),
    );
    expect(refused(made(), { ...SNOOZE, until: on('09-21 18:01') }, 'head', friday)).toMatch(
      /最多两个工作日/u,
    );
  });
  it('is for a time to come, with a reason, twice', () => {
    const until = on('09-22 16:00');
    expect(refused(made(), { ...SNOOZE, until: NOW }, 'head')).toMatch(/以后的时间/u);
    expect(refused(made(), { ...SNOOZE, until, text: '' }, 'head')).toMatch(/理由/u);
    const twice = done(done(made(), { ...SNOOZE, until }, 'head'), { ...SNOOZE, until }, 'head');
    expect(refused(twice, { ...SNOOZE, until }, 'head')).toMatch(/已缓签两次/u);
  });
  it('never moves a due time, and ends with the receipt', () => {
    const after = done(made(), { ...SNOOZE, until: on('09-22 16:00') }, 'head');
    expect(after.ackDueAt).toBe(made().ackDueAt);
    expect(done(after, DEEDS.acknowledge, 'head').restUntil).toBe(0);
    expect(done(after, DEEDS.report, 'head').restUntil).toBe(0);
  });
  it('keeps a full step between its two rungs', () => {
    const after = done(made(), { ...SNOOZE, until: on('09-23 17:00') }, 'head');
    expect(rungTimes(after, 'bureau', facts(NOW))).toEqual([
      { rung: 'ack.people', at: on('09-23 17:00') },
      { rung: 'ack.office', at: on('09-24 17:00') },
    ]);
  });
});

describe('extension', () => {
  const signed = made({ state: 'rectifying', ack: { by: 'jyj01', at: on('09-21 10:00') } });
  const asked = done(signed, DEEDS.extend, 'head');
  it('is asked before it is due, once at a time, for whole workdays, with a reason', () => {
    expect(refused(signed, DEEDS.extend, 'head', on('09-24 18:01'))).toMatch(/期限已过/u);
    expect(refused(asked, DEEDS.extend, 'liaison')).toMatch(/正在等督查室答复/u);
    for (const days of [0, -1, 1.5, 31])
      expect(refused(signed, { ...DEEDS.extend, days } as Deed, 'head')).toMatch(/1至30个工作日/u);
    expect(refused(signed, { ...DEEDS.extend, text: '' } as Deed, 'head')).toMatch(/理由/u);
  });
  it('moves nothing until it is granted, in workdays from the due day', () => {
    expect(asked.fixDueAt).toBe(signed.fixDueAt);
    const granted = done(asked, DEEDS.grant, 'registrar');
    expect(granted.fixDueAt).toBe(on('09-29 18:00'));
    expect(granted.extension).toMatchObject({ state: 'granted', days: 2, decided: { by: 'zfb03' } });
  });
  it('answered after the due time, still gives the days', () => {
    expect(done(asked, DEEDS.grant, 'inspector', on('09-29 10:00')).fixDueAt).toBe(on('10-08 18:00'));
  });
  it('granted before the receipt, does not remind of the receipt again', () => {
    const unsigned = done(made(), DEEDS.extend, 'head');
    expect(done(unsigned, DEEDS.grant, 'inspector').turn).toBe(unsigned.turn);
  });
  it('refused, moves nothing and can be asked again', () => {
    const after = done(asked, DEEDS.refuse, 'inspector');
    expect(after).toMatchObject({
      fixDueAt: signed.fixDueAt,
      turn: signed.turn,
      extension: { state: 'refused' },
    });
    expect(done(after, DEEDS.extend, 'head').extension?.state).toBe('asked');
  });
  it('is no longer answered when the finding is over or rests', () => {
    const over = done(asked, DEEDS.withdraw, 'registrar');
    expect(refused(over, DEEDS.grant, 'inspector')).toMatch(/当前为“已撤销”，不能同意延期/u);
    expect(refused(over, DEEDS.refuse, 'inspector')).toMatch(/当前为“已撤销”/u);
    expect(refused(done(asked, DEEDS.object, 'head'), DEEDS.grant, 'inspector')).toMatch(/异议正在复核/u);
  });
});

describe('objection', () => {
  const objected = done(made(), DEEDS.object, 'head', on('09-21 11:00'));
  it('stops everything but its decision', () => {
    expect(rungTimes(objected, 'bureau', facts(NOW))).toEqual([]);
    const unit = ['acknowledge', 'report', 'extend', 'snooze'] as const;
    for (const did of unit) expect(refused(objected, DEEDS[did], 'head'), did).toMatch(/异议正在复核/u);
    expect(refused(objected, DEEDS.proxy, 'liaison')).toMatch(/异议正在复核/u);
    const reported = done(scene('object', 'reported'), DEEDS.object, 'liaison');
    for (const did of ['close', 'return', 'withdraw', 'amend'] as const)
      expect(refused(reported, DEEDS[did], 'director'), did).toMatch(/异议正在复核/u);
  });
  it.each(['reject', 'supplement'] as const)(
    '%s: the clock runs on with the work time that was left',
    (did) => {
      const who = did === 'reject' ? 'inspector' : 'head';
      const after = done(objected, DEEDS[did], who, on('09-28 15:00'));
      // 11:00–12:00 and 14:30–15:30 were left to sign; after Mid-Autumn they are 15:00–17:00.
      expect(after.ackDueAt).toBe(on('09-28 17:00'));
      // 25.5 work hours were left to put it right; National Day lies between, and it is due by the day.
      expect(after.fixDueAt).toBe(on('10-09 18:00'));
      expect(after.turn).toBeGreaterThan(objected.turn);
    },
  );
  it('leaves a time that had passed where it was', () => {
    const late = done(made(), DEEDS.object, 'head', on('09-21 16:00'));
    expect(done(late, DEEDS.reject, 'inspector', on('09-23 10:00')).ackDueAt).toBe(on('09-21 15:30'));
  });
  it('is decided by somebody who neither registered it nor belongs there, with a reason', () => {
    expect(refused(objected, DEEDS.reject, 'registrar')).toMatch(/请由另一位督查员/u);
    expect(refused(objected, DEEDS.uphold, 'insider')).toMatch(/请由另一位督查员/u);
    expect(refused(objected, { did: 'uphold', text: '' }, 'inspector')).toMatch(/请写明理由/u);
    expect(objected.objection?.decideBy).toBe(on('10-21 11:00'));
  });
  it('is made once, within thirty days', () => {
    const rejected = done(objected, DEEDS.reject, 'inspector');
    expect(refused(rejected, DEEDS.object, 'head')).toMatch(/已经复核过/u);
    expect(refused(made(), DEEDS.object, 'head', on('10-21 09:01'))).toMatch(/超过30天/u);
    expect(refused(objected, DEEDS.object, 'liaison')).toMatch(/正在复核/u);
  });
  it('is open anew against a corrected text or a reopened finding', () => {
    const rejected = done(objected, DEEDS.reject, 'inspector');
    const amended = done(rejected, DEEDS.amend, 'director', on('10-28 09:00'));
    expect(done(amended, DEEDS.object, 'head', on('10-29 09:00')).objection?.state).toBe('open');
    const closed = { ...rejected, state: 'closed' } as const;
    const reopened = done(closed, DEEDS.reopen, 'inspector', on('10-28 09:00'));
    expect(done(reopened, DEEDS.object, 'head', on('10-29 09:00')).objection?.state).toBe('open');
  });
  it('taken back as a supplement, can be made again', () => {
    const back = done(objected, DEEDS.supplement, 'head');
    expect(refused(objected, DEEDS.supplement, 'liaison')).toMatch(/没有您提出的异议/u);
    expect(done(back, DEEDS.object, 'head').objection?.state).toBe('open');
  });
});

describe('the office', () => {
  const reported = scene('close', 'reported');
  it('closes with a note and a proof', () => {
    expect(refused(reported, { did: 'close', text: '' }, 'inspector')).toMatch(/销号要写核查情况/u);
    expect(refused(reported, DEEDS.close, 'inspector', NOW, 0)).toMatch(/还没有整改或核查的照片/u);
  });
  it('gives a reason for whatever it sends back or ends', () => {
    const at = { return: 'reported', withdraw: 'issued', reopen: 'closed', amend: 'issued' } as const;
    for (const did of ['return', 'withdraw', 'reopen', 'amend'] as const)
      expect(refused(scene(did, at[did]), { did, text: '' }, 'director'), did).toMatch(/如“/u);
  });
  it('never takes a finding back for a unit of its own', () => {
    for (const did of ['withdraw', 'amend', 'return', 'reopen', 'grant'] as const)
      expect(refused(scene(did, 'issued'), DEEDS[did], 'insider'), did).toMatch(/您所在单位/u);
  });
  it('gives what it sends back its days again, and never fewer', () => {
    expect(done(reported, DEEDS.return, 'inspector')).toMatchObject({
      report: null,
      fixDueAt: on('09-28 18:00'),
    });
    const long = { ...reported, fixDueAt: on('10-20 18:00') };
    expect(done(long, DEEDS.return, 'inspector').fixDueAt).toBe(on('10-20 18:00'));
  });
  it('makes a corrected text a new edition that is signed anew', () => {
    expect(done(reported, DEEDS.amend, 'registrar')).toMatchObject({
      edition: 2,
      fact: '二楼办公室上班时间玩游戏',
      ack: null,
      report: null,
      ackDueAt: on('09-22 16:30'),
      fixDueAt: on('09-28 18:00'),
    });
  });
});
