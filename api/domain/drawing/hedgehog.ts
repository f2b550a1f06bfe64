import type { Draft } from './draft.ts'
import { sideEye, stroke } from './face.ts'
import { INK } from './palette.ts'
import { ellipse } from './shapes.ts'
import type { Figure, Loop } from './types.ts'

export function drawHedgehog(draft: Draft): Figure {
  const { plan } = draft
  const pale = plan.zones.blaze ?? { base: '#e9cfa8', line: '#b99468' }
  let quills = ''
  for (let row = 0; row < 4; row++)
    for (let k = 0; k < 11 - row; k++) {
      const a = Math.PI * (1.08 + (k / (10 - row)) * 0.9)
      const r = 66 - row * 14
      const [x, y] = [112 + r * Math.cos(a), 164 + r * Math.sin(a)]
      quills += `M${x.toFixed(1)} ${y.toFixed(1)}l${(8 * Math.cos(a) + 3).toFixed(1)} ${(8 * Math.sin(a) - 2).toFixed(1)}`
    }
  const dome: Loop = [56, 168, 56, 132, 78, 98, 116, 88, 156, 102, 178, 138, 178, 176, 120, 182]
  return {
    layers: [
      { role: 'leg', tone: pale, loop: ellipse(84, 182, 12, 7) },
      { role: 'leg', tone: pale, loop: ellipse(146, 182, 13, 7) },
      {
        role: 'torso',
        loop: dome,
        fur: 1,
        zones: { back: [[90, 84, 150, 92, 184, 140, 180, 170, 130, 120]] },
      },
      stroke(quills, plan.base.line, 2.2),
      { role: 'ear', tone: pale, loop: ellipse(74, 122, 10, 10) },
      {
        role: 'head',
        tone: pale,
        loop: [84, 124, 96, 148, 92, 174, 70, 178, 46, 172, 26, 166, 24, 160, 44, 146, 62, 126],
      },
      sideEye(draft, { x: 58, y: 148, rx: 4.4, ry: 4.8, iris: '#3a2523' }),
      `<circle cx="26" cy="162" r="5.500" fill="${INK}"/>`,
      stroke('M34 170Q46 175 54 170', pale.line, 1.8),
    ],
    anchors: {
      head: [66, 134],
      face: [56, 160],
      muzzle: [36, 164],
      eye: [58, 148],
      ear: [74, 122],
      back: [130, 100],
      side: [130, 140],
      whole_body: [130, 130],
    },
  }
}
