"""Whom to turn to in each country."""

GP_OR_111 = "your GP, or NHS 111"
NHS_111 = "NHS 111"
DOCTOR_OR_URGENT_CARE = "your doctor, or urgent care"
GP_OR_CLINIC = "your GP, or an urgent care clinic"
GP_OR_HEALTHLINE = "your GP, or Healthline"
YOUR_GP = "your GP"
