import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** How far below the screen something begins to load, so that it is mostly there when it comes into view. */
const AHEAD = '400px'

type Props = { children: ComponentChildren; waiting: VNode }

/** Shows `waiting`, which must have the same measure, until the place comes near the screen; then the children. */
export function WhenNear({ children, waiting }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: AHEAD },
    )
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return near ? children : <div ref={place}>{waiting}</div>
}
