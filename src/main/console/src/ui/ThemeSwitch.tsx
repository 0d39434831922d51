import React, { useState } from 'react'
import { Button } from '@patternfly/react-core'
import { chooseTheme } from './theme'
import { chosenTheme, nextTheme } from './themes'

/** Light, dark, or as the system. */
export const ThemeSwitch: React.FC = () => {
  const [theme, setTheme] = useState(chosenTheme())
  const turn = () => {
    const next = nextTheme(theme)
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <Button variant='plain' size='sm' aria-label={`Theme: ${theme}. Change it`} onClick={turn}>
      Theme: {theme}
    </Button>
  )
}
